import { mkdirSync, statfsSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
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

function listen(server: Server, where: { port: number; host: string }): Promise<void> {
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
