import { createServer, type Server, type Socket } from 'node:net';
import { rmSync } from 'node:fs';
import { answer } from './commands/dispatch';
import type { ServerState } from './commands/context';
import { SET_NAME } from './commands/hello';
import { startSlice } from './breathe';
import { MongoError } from './errors';
import { Cursors } from './cursors';
import { startMaintenance } from './maintenance';
import { Sessions } from './sessions';
import { Database } from './store/database';
import { serveConnection } from './wire/connection';

/** The parts of a logger this server uses; a pino logger is one. */
export interface ServerLog {
  error(details: object, message: string): void;
}

export interface EmbeddedDatabaseOptions {
  /** The folder that holds the data; made if missing. One process at a time. */
  dataDir: string;
  /** The port on 127.0.0.1; 0 (the default) for any free one. */
  port?: number;
  /** A Unix socket to listen on as well. */
  socketPath?: string;
  log?: ServerLog;
  /** Called when a commit fails for another reason than a full disk. The process must then stop. */
  onFailure?: (error: Error) => void;
}

export interface EmbeddedDatabase {
  /** What a driver connects to. */
  uri: string;
  port: number;
  /** Stops listening, ends what is open and closes the files. May be called again. */
  close(): Promise<void>;
}

/**
 * Starts the embedded database in this process. It installs no signal handlers and never ends the process.
 *
 * @throws FolderLockedError when another process has the folder; an EADDRINUSE error when the port is taken.
 */
export async function startEmbeddedDatabase(options: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase> {
  const report = (error: unknown) => {
    if (isOutOfDiskSpace(error)) return;
    options.log?.error({ err: error }, 'embedded database: unexpected error');
  };
  const database = new Database(options.dataDir, {
    diskFull: () =>
      options.log?.error(
        {},
        `There is no space left for the data folder ${options.dataDir}: writes are refused until there is, reads go on.`,
      ),
    broken: (error) => {
      report(error);
      options.onFailure?.(error);
    },
  });
  let port = 0;
  const state: ServerState = {
    database,
    cursors: new Cursors(),
    sessions: new Sessions(database),
    address: () => `127.0.0.1:${port}`,
  };
  const sockets = new Set<Socket>();
  const accept = (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    const handle = (request: Parameters<typeof answer>[1]) => {
      startSlice();
      return answer(state, request, report);
    };
    serveConnection(socket, handle, report);
  };
  const servers: Server[] = [];
  try {
    servers.push(await listen(accept, { host: '127.0.0.1', port: options.port ?? 0 }));
    port = portOf(servers[0]!);
    if (options.socketPath !== undefined) {
      rmSync(options.socketPath, { force: true });
      servers.push(await listen(accept, { path: options.socketPath }));
    }
  } catch (error) {
    for (const server of servers) server.close();
    await database.close();
    throw error;
  }
  const stopMaintenance = startMaintenance(state, report);
  let closing: Promise<void> | undefined;
  const close = async () => {
    const closed = servers.map((server) => new Promise<void>((resolve) => server.close(() => resolve())));
    state.cursors.closeAll();
    state.sessions.abortAll();
    for (const socket of sockets) socket.destroy();
    await Promise.all(closed);
    await stopMaintenance();
    await database.close();
  };
  return {
    // A direct connection: the driver need not discover members, and still sees a primary with sessions.
    uri: `mongodb://127.0.0.1:${port}/?replicaSet=${SET_NAME}&directConnection=true`,
    port,
    close: () => (closing ??= close()),
  };
}

/** Already told once, by `diskFull`. */
const isOutOfDiskSpace = (error: unknown): boolean => error instanceof MongoError && error.code === 14031;

function listen(
  accept: (socket: Socket) => void,
  where: { host: string; port: number } | { path: string },
): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(accept);
    server.once('error', reject);
    server.listen(where, () => {
      server.off('error', reject);
      resolve(server);
    });
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return address !== null && typeof address === 'object' ? address.port : 0;
}
