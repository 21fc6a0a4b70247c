import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Child } from './child';

/** Arguments to node for every process of the house: TypeScript, and the end of the process with the end of its parent. */
export const PRELOAD = ['--import', 'tsx', '--import', pathToFileURL(resolve('scripts/run/die-with-parent.mjs')).href];

export interface RunningDatabase {
  child: Child;
  /** What a driver connects to. */
  uri: string;
}

/**
 * Starts the embedded database on the data folder of the house, as a process of its own: nothing imports it.
 * @param dataDir absolute; the database keeps its files in `database` below it
 * @param port on loopback; 0 for any free one
 * @throws Error with the sentence the database gave when it does not start
 */
export async function startDatabase(
  dataDir: string,
  port: number,
  env: NodeJS.ProcessEnv = process.env,
): Promise<RunningDatabase> {
  let uri: string | undefined;
  const child = new Child({
    name: 'database',
    args: [
      ...PRELOAD,
      'packages/embedded-db/src/main.ts',
      '--data-dir',
      resolve(dataDir, 'database'),
      '--port',
      String(port),
    ],
    env,
    onLine: (line) => {
      uri ??= /"event":"ready".*"uri":"([^"]+)"/.exec(line)?.[1];
    },
    ready: async () => uri !== undefined,
  });
  await child.start();
  if (!uri) throw new Error('the database gave no address');
  return { child, uri };
}
