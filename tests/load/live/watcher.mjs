// Plain JavaScript: a thread that only asks and reads the clock, so that what the bench itself does is in no figure.
import { parentPort, workerData } from 'node:worker_threads';

const EVERY_MS = 50;
const took = [];
const under = [];
const asking = setInterval(() => {
  const at = performance.now();
  under.push(
    fetch(`${workerData.house}/api/health/live`)
      .then((answer) => answer.arrayBuffer())
      .then(() => took.push(performance.now() - at) === 1 && parentPort?.postMessage('asking')),
  );
}, EVERY_MS);

parentPort?.once('message', async () => {
  clearInterval(asking);
  await Promise.all(under);
  parentPort?.postMessage(took);
});
