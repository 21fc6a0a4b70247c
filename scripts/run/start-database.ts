import { resolve } from 'node:path';
import { Child } from './child';
import { programArgs, type ProgramForm } from './program';
import { StartRefused } from './sentence';

/** The data folder is another process's. */
export class FolderInUse extends StartRefused {
  constructor(
    message: string,
    /** Where the database of that process answers. */
    readonly uri: string | undefined,
  ) {
    super(message);
  }
}

export interface RunningDatabase {
  child: Child;
  /** What the house connects to: a Unix socket inside the data folder. */
  uri: string;
  /** Where a port was asked for: the same by TCP, with its password. */
  tcpUri: string | undefined;
}

/**
 * Starts the embedded database on the data folder of the house, as a process of its own: nothing imports it. It takes
 * the folder for itself, so that no second house or `npm run db` can use it meanwhile.
 * @param dataDir absolute; the database keeps its files in `database` below it
 * @param port on loopback, for a shell or a viewer; 0 for none
 * @throws FolderInUse when another process has the folder; Error with the sentence the database gave when it does not start
 */
export async function startDatabase(
  dataDir: string,
  port: number,
  form: ProgramForm,
  env: NodeJS.ProcessEnv = process.env,
): Promise<RunningDatabase> {
  let ready: { uri: string; tcpUri?: string } | undefined;
  let living: { uri: string } | undefined;
  const listening = port === 0 ? [] : ['--port', String(port)];
  const child = new Child({
    name: 'database',
    args: [...programArgs('database', form), '--data-dir', resolve(dataDir, 'database'), ...listening],
    env,
    // What it says later is for the person: a full disk, or why it stops.
    onLine: (line) => {
      if (line.startsWith('{"event":"ready"')) ready = JSON.parse(line) as typeof ready;
      else if (line.startsWith('{"event":"in-use"')) living = JSON.parse(line) as typeof living;
      else if (ready) process.stderr.write(`${line}\n`);
    },
    ready: async () => ready !== undefined,
  });
  try {
    await child.start();
  } catch (error) {
    if (!(error instanceof Error && error.message.includes('is in use by another database'))) throw error;
    throw new FolderInUse(
      `The data folder ${dataDir} is in use by another FashionFlow. Stop that one (npm start or npm run db), or choose another folder with DATA_DIR.`,
      living?.uri,
    );
  }
  if (!ready) throw new Error('the database gave no address');
  return { child, uri: ready.uri, tcpUri: ready.tcpUri };
}
