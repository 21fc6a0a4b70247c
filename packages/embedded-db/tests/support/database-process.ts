import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ENTRY = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const ROOT = fileURLToPath(new URL('../../../..', import.meta.url));

export interface DatabaseProcess {
  uri: string;
  port: number;
  /** Ends it as an operator would. */
  stop(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

/** Starts the embedded database as a process of its own. @throws with what it said when it does not start. */
export async function startDatabaseProcess(dataDir: string, port = 0): Promise<DatabaseProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', ENTRY, '--data-dir', dataDir, '--port', String(port)], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  const ready = (async () => {
    for await (const line of createInterface(child.stdout)) {
      const message = JSON.parse(line) as { event: string; uri: string; port: number };
      if (message.event === 'ready') return message;
    }
    await exited;
    throw new Error(`The database did not start: ${complaint}`);
  })();
  const { uri, port: given } = await ready;
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await exited;
  };
  return { uri, port: given, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}
