import { createServer, type Server, type Socket } from 'node:net';
import { keptPassword, USER } from './authentication/password';
import { makeCredentials } from './authentication/scram';
import { answer } from './commands/dispatch';
import { FailPoints } from './commands/fail-point';
import type { Connection, ServerState } from './commands/context';
import { SET_NAME } from './commands/hello';
import { startSlice } from './breathe';
import { MongoError } from './errors';
import { Cursors } from './cursors';
import { claimFolder } from './folder-socket';
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
  /** A port on 127.0.0.1 to listen on beside the Unix socket, for clients that know the password; 0 for any free one. */
  port?: number;
  /** Whether `configureFailPoint` is there, as with mongod's `enableTestCommands`. */
  testCommands?: boolean;
  log?: ServerLog;
  /** Called when a commit fails for another reason than a full disk. The process must then stop. */
  onFailure?: (error: Error) => void;
}

export interface EmbeddedDatabase {
  /** What a driver connects to: the Unix socket in the data folder. */
  uri: string;
  /** The same by TCP, with the password in it; undefined unless a port was asked for. */
  tcpUri: string | undefined;
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
  const sockets = new Set<Socket>();
  let state: ServerState | undefined;
  const accept = (socket: Socket, connection: Connection) => {
    if (!state || closing) return void socket.destroy();
    const server = state;
    sockets.add(socket);
    socket.on('close', () => {
      sockets.delete(socket);
      server.sessions.left(connection);
    });
    const handle = (request: Parameters<typeof answer>[2]) => {
      startSlice();
      return answer(server, connection, request, report);
    };
    serveConnection(socket, handle, report);
  };
  let closing: Promise<void> | undefined;
  const claim = await claimFolder(options.dataDir, (socket) =>
    accept(socket, { address: claim.path, isAuthenticated: true }),
  );
  let database: Database | undefined;
  let tcp: Server | undefined;
  let tcpUri: string | undefined;
  try {
    database = openDatabase(options, report);
    const password = options.port === undefined ? undefined : keptPassword(options.dataDir);
    state = {
      database,
      cursors: new Cursors(),
      sessions: new Sessions(database),
      failPoints: options.testCommands ? new FailPoints() : undefined,
      credentials: password === undefined ? undefined : makeCredentials(USER, password),
    };
    if (password !== undefined) {
      tcp = await listen((socket) => accept(socket, { address: addressOf(tcp), isAuthenticated: false }), options.port);
      tcpUri = `mongodb://${USER}:${password}@${addressOf(tcp)}/${OPTIONS}&authMechanism=SCRAM-SHA-256`;
    }
  } catch (error) {
    await database?.close();
    await claim.release();
    throw error;
  }
  const stopMaintenance = startMaintenance(state, report);
  const { cursors, sessions } = state;
  const close = async () => {
    const closed = new Promise<void>((resolve) => (tcp ? tcp.close(() => resolve()) : resolve()));
    cursors.closeAll();
    sessions.abortAll();
    for (const socket of sockets) socket.destroy();
    await closed;
    await stopMaintenance();
    await database.close();
    // The folder is ours until its files are closed.
    await claim.release();
  };
  return {
    uri: uriOf(claim.path),
    tcpUri,
    close: () => (closing ??= close()),
  };
}

/** A direct connection: the driver need not discover members, and still sees a primary with sessions. */
const OPTIONS = `?replicaSet=${SET_NAME}&directConnection=true`;

/** What a driver connects to on a Unix socket. */
export const uriOf = (path: string): string => `mongodb://${encodeURIComponent(path)}/${OPTIONS}`;

function openDatabase(
  { dataDir, log, onFailure }: EmbeddedDatabaseOptions,
  report: (error: unknown) => void,
): Database {
  const words = `There is no space left for the data folder ${dataDir}: writes are refused until there is, reads go on.`;
  return new Database(dataDir, {
    diskFull: () => log?.error({}, words),
    broken: (error) => {
      report(error);
      onFailure?.(error);
    },
  });
}

/** Already told once, by `diskFull`. */
const isOutOfDiskSpace = (error: unknown): boolean => error instanceof MongoError && error.code === 14031;

function listen(accept: (socket: Socket) => void, port = 0): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(accept);
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port }, () => resolve(server.off('error', reject)));
  });
}

function addressOf(server: Server | undefined): string {
  const address = server?.address();
  return address && typeof address === 'object' ? `127.0.0.1:${address.port}` : '';
}
