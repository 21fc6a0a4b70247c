import { resolve } from 'node:path';
import { parseEnv } from '../../lib/env';
import { checkDataDir, checkPort, lockDataDir } from './checks';
import { say } from './sentence';
import { startDatabase } from './start-database';

/** `npm run db`: the embedded database alone on DATA_DIR, for a shell or a viewer. */
export async function runDatabaseAlone(): Promise<void> {
  try {
    const { DATA_DIR, DB_PORT } = parseEnv(process.env);
    const dataDir = resolve(DATA_DIR);
    checkDataDir(dataDir);
    const unlock = await lockDataDir(dataDir);
    await checkPort('127.0.0.1', DB_PORT, 'DB_PORT');
    const { child, uri } = await startDatabase(dataDir, DB_PORT);
    say(uri);
    const stop = () =>
      void child
        .stop(3_000)
        .then(unlock)
        .then(() => process.exit(0));
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  } catch (error) {
    process.stderr.write(`\n  ${error instanceof Error ? error.message : String(error)}\n\n`);
    process.exit(1);
  }
}
