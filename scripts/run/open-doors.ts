import { fork } from 'node:child_process';
import { createServer, type Server } from 'node:net';
import { resolve } from 'node:path';

/** The listening socket below a server of Node's own; it has no public name. */
interface Listening {
  _handle?: unknown;
}

/**
 * Opens more doors to a server that listens. The loop takes in one connection a door at each of its turns (libuv 1.45 and later), and while
 * pages are made a turn is long: a crowd that came at once was let in one by one, and what is answered at once waited for seconds in the
 * queue of the system. Each door is a handle of the same socket.
 * @param count how many more
 * @returns what closes them; a server that closes does not
 * @throws Error when they cannot be had; the server goes on with its one
 */
export async function openDoors(server: Server, count: number): Promise<() => void> {
  const doors: Server[] = [];
  const helper = fork(resolve('scripts/run/hand-back.mjs'), {
    execArgv: [],
    env: { NODE_ENV: 'production' },
    stdio: 'ignore',
    timeout: 10_000,
  });
  try {
    await new Promise<void>((done, fail) => {
      helper.on('error', fail);
      helper.on('exit', () => fail(new Error('nobody handed the socket back')));
      helper.on('message', (_said, handle) => {
        const door = createServer((socket) => void server.emit('connection', socket));
        door.on('error', fail);
        door.listen(handle);
        if (doors.push(door) === count) done();
      });
      helper.send(count, (server as Listening)._handle as Server, (error) => error && fail(error));
    });
  } finally {
    helper.kill();
  }
  return () => doors.forEach((door) => door.close());
}
