import { createServer, type IncomingMessage } from 'node:http';
import next from 'next';
import { appDatabase } from '../lib/db/client';
import { env } from '../lib/env';
import { NewerSchemaError } from '../lib/db/migrations/run-migrations';
import { log } from '../lib/log';
import { prepareDatabase } from '../lib/start/prepare-database';

/**
 * Where the caller really comes from. Without a proxy in front, whatever the caller wrote into these headers is replaced
 * by what the socket says, so that rate limits and origin checks cannot be talked out of it.
 */
function ownForwardedHeaders(request: IncomingMessage): void {
  if (env().TRUST_PROXY) return;
  request.headers['x-forwarded-for'] = request.socket.remoteAddress ?? 'unknown';
  request.headers['x-forwarded-host'] = request.headers.host ?? '';
  request.headers['x-forwarded-proto'] = 'http';
}

const dev = process.argv.includes('--dev');
const { HOST, PORT } = env();

try {
  const migrations = await prepareDatabase(appDatabase());
  if (migrations.length > 0) log().info({ migrations }, 'the database was brought to this version');
} catch (error) {
  const words = error instanceof Error ? error.message : String(error);
  process.stderr.write(
    error instanceof NewerSchemaError ? `${words}\n` : `The database could not be prepared: ${words}\n`,
  );
  process.exit(1);
}

const app = next({ dev, hostname: HOST, port: PORT });
await app.prepare();
const handle = app.getRequestHandler();
const upgrade = app.getUpgradeHandler();
const server = createServer((request, response) => {
  ownForwardedHeaders(request);
  void handle(request, response);
});
server.on('upgrade', (request, socket, head) => void upgrade(request, socket, head));
server.listen(PORT, HOST, () => log().info({ host: HOST, port: PORT }, 'app listening'));

let stopping = false;
function stop(): void {
  if (stopping) return;
  stopping = true;
  server.close(
    () =>
      void appDatabase()
        .client.close()
        .finally(() => process.exit(0)),
  );
  server.closeIdleConnections();
  // Requests under way get two seconds; a page kept open by a browser must not hold the stop.
  setTimeout(() => server.closeAllConnections(), 2_000).unref();
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
