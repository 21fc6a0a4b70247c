import { parseArgs } from 'node:util';
import { FolderLockedError } from './folder-socket';
import { startEmbeddedDatabase, type ServerLog, uriOf } from './server';

/**
 * The database as a process of its own:
 *
 *   node --import tsx packages/embedded-db/src/main.ts --data-dir DIR [--port N] [--test-commands]
 *
 * It listens on a Unix socket in the folder; with `--port` also on 127.0.0.1, for clients that know the password, which
 * is kept in the folder. Readiness is one JSON line on stdout, with the addresses; problems are sentences on stderr and a non-zero exit.
 * A folder that another process serves is a problem; a line on stdout then says where that one answers.
 */
const { values } = parseArgs({
  options: { 'data-dir': { type: 'string' }, port: { type: 'string' }, 'test-commands': { type: 'boolean' } },
});

const log: ServerLog = {
  error: (details, message) => {
    const cause = 'err' in details && details.err instanceof Error ? (details.err.stack ?? details.err.message) : '';
    process.stderr.write(`${message} ${cause}`.trimEnd() + '\n');
  },
};

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function explainFailure(error: unknown, dataDir: string): string {
  if (error instanceof FolderLockedError) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'EADDRINUSE') return `The port ${values.port} is already in use; choose another one with DB_PORT.`;
  if (code === 'EACCES' || code === 'EROFS') return `The data folder ${dataDir} cannot be written to (${code}).`;
  if (/ENOSPC|no space|MDB_MAP_FULL/i.test(`${code} ${message}`)) {
    return `There is no space left for the data folder ${dataDir}; free some and start again.`;
  }
  return `The database could not go on: ${message}`;
}

async function main(): Promise<void> {
  const dataDir = values['data-dir'];
  if (dataDir === undefined) fail('The database needs a data folder: --data-dir DIR.');
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && (!Number.isInteger(port) || port < 0 || port > 65_535))
    fail(`The port ${values.port} is not a number between 0 and 65535.`);
  try {
    const onFailure = (error: Error) => fail(explainFailure(error, dataDir));
    const server = await startEmbeddedDatabase({
      dataDir,
      port,
      testCommands: values['test-commands'],
      log,
      onFailure,
    });
    const stop = () => void server.close().then(() => process.exit(0));
    process.on('SIGINT', stop).on('SIGTERM', stop);
    process.stdout.write(`${JSON.stringify({ event: 'ready', uri: server.uri, tcpUri: server.tcpUri })}\n`);
  } catch (error) {
    if (error instanceof FolderLockedError)
      process.stdout.write(`${JSON.stringify({ event: 'in-use', uri: uriOf(error.path) })}\n`);
    fail(explainFailure(error, dataDir));
  }
}

void main();
