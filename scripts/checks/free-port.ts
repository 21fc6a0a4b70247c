import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below the ports a system lends to outgoing connections (32768 and up on Linux, 49152 elsewhere), above the well-known ones. */
const RANGE = { from: 20_000, to: 32_000 };
const TRIES = 100;

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ host: '127.0.0.1', port }, () => probe.close(() => resolve(true)));
  });

/**
 * A free loopback port, for what must know its port before it starts, or comes back to it after it was ended. One that the
 * system gives (port 0) may meanwhile be lent to an outgoing connection, even to the one that asks for this very port.
 */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const port = randomInt(RANGE.from, RANGE.to);
    if (await isFree(port)) return port;
  }
  throw new Error(`no free port between ${RANGE.from} and ${RANGE.to}`);
}
