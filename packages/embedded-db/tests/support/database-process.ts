import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ENTRY = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const ROOT = fileURLToPath(new URL('../../../..', import.meta.url));

export interface DatabaseProcess {
  uri: string;
  /** Where a port was asked for. */
  tcpUri?: string;
  pid: number;
  /** Ends it as an operator would. */
  stop(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

/** Starts the embedded database as a process of its own, with further options of its command line. @throws with what it said when it does not start. */
export async function startDatabaseProcess(dataDir: string, ...options: string[]): Promise<DatabaseProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', ENTRY, '--data-dir', dataDir, ...options], {
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
      const message = JSON.parse(line) as { event: string; uri: string; tcpUri?: string };
      if (message.event === 'ready') return message;
    }
    await exited;
    throw new Error(`The database did not start: ${complaint}`);
  })();
  const { uri, tcpUri } = await ready;
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await exited;
  };
  return { uri, tcpUri, pid: child.pid ?? -1, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}
