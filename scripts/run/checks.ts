import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync, rmSync, statfsSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartRefused } from './sentence';

const NEEDED_BYTES = 100 * 1024 * 1024;
const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** Makes the data folder and looks at the room left on its disk. */
export function checkDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new StartRefused(
      `The data folder ${dataDir} cannot be made (${codeOf(error)}). Choose another with DATA_DIR.`,
    );
  }
  const { bavail, bsize } = statfsSync(dataDir);
  if (bavail * bsize >= NEEDED_BYTES) return;
  throw new StartRefused(
    `The disk of the data folder ${dataDir} is full: ${Math.floor((bavail * bsize) / 1024 / 1024)} MB are free, at least ${NEEDED_BYTES / 1024 / 1024} MB are needed.`,
  );
}

function listen(server: Server, where: { port: number; host: string } | { path: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(where, () => resolve());
  });
}

const close = (server: Server): Promise<void> => new Promise((resolve) => void server.close(() => resolve()));

/** Refuses to start on a port that somebody else has; `name` is the variable that would change it. */
export async function checkPort(host: string, port: number, name: string): Promise<void> {
  if (port === 0) return;
  const probe = createServer();
  try {
    await listen(probe, { host, port });
    await close(probe);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EADDRINUSE')
      throw new StartRefused(
        `Port ${port} is busy: another program listens on it. Stop it, or choose another with ${name}=….`,
      );
    if (code === 'EACCES')
      throw new StartRefused(
        `Port ${port} needs more rights than this user has. Choose one above 1024 with ${name}=….`,
      );
    throw new StartRefused(`The address ${host} cannot be listened on (${code}). Change HOST.`);
  }
}

/** A free loopback port, kept for the life of the house so that a restarted process finds it again. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await listen(probe, { host: '127.0.0.1', port: 0 });
  const address = probe.address();
  await close(probe);
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

const answers = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

/**
 * Takes the data folder for this house. A listening socket is the lock: it goes with its process, even after
 * `kill -9`, and cannot be mistaken for another program's process id. It lives in the system's temporary folder
 * because a socket's path may have 107 bytes only.
 */
export async function lockDataDir(dataDir: string): Promise<() => Promise<void>> {
  const digest = createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 24);
  const path =
    process.platform === 'win32' ? `\\\\.\\pipe\\fashionflow-${digest}` : join(tmpdir(), `fashionflow-${digest}.sock`);
  const server = createServer((socket) => socket.destroy());
  server.unref();
  try {
    await listen(server, { path });
  } catch (error) {
    if (codeOf(error) !== 'EADDRINUSE' || (await answers(path))) {
      throw new StartRefused(
        `The data folder ${dataDir} is in use by another FashionFlow. Stop that one, or choose another folder with DATA_DIR.`,
      );
    }
    rmSync(path, { force: true });
    await listen(server, { path });
  }
  return () => close(server);
}
