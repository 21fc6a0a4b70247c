import { resolve } from 'node:path';
import { parseEnv } from '../../lib/env';
import { checkDataDir, checkPort } from './checks';
import { say } from './sentence';
import { startDatabase } from './start-database';

/**
 * `npm run db`: the embedded database alone on DATA_DIR, for a shell or a viewer. It prints the address: of the Unix
 * socket, or with its password that of DB_PORT where one is set.
 */
export async function runDatabaseAlone(): Promise<void> {
  try {
    const { DATA_DIR, DB_PORT } = parseEnv(process.env);
    const dataDir = resolve(DATA_DIR);
    checkDataDir(dataDir);
    await checkPort('127.0.0.1', DB_PORT, 'DB_PORT');
    const { child, uri, tcpUri } = await startDatabase(dataDir, DB_PORT, 'built');
    say(tcpUri ?? uri);
    const stop = () => void child.stop(3_000).then(() => process.exit(0));
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  } catch (error) {
    process.stderr.write(`\n  ${error instanceof Error ? error.message : String(error)}\n\n`);
    process.exit(1);
  }
}
