import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, linkSync, lstatSync, mkdirSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';

/** Thrown when another process already serves the folder; its message is a sentence for the person who started it. */
export class FolderLockedError extends Error {
  constructor(
    message: string,
    /** Where that process answers, for whoever may use it instead. */
    readonly path: string,
  ) {
    super(message);
  }
}

/** The name of the socket inside the data folder. The driver knows a socket by the ending. */
const NAME = 'mongodb.sock';
/** What an operating system takes as the path of a socket, in bytes: 107 on Linux, 103 on macOS. */
const LONGEST_PATH = 103;
/** The name a socket has while it is being put in place is the longest. */
const ROOM_FOR_NAME = '/.0123456789abcdef.sock'.length;

/** A data folder that is this process's alone, and the socket in it on which the process answers. */
export interface FolderSocket {
  /** What a client connects to. */
  path: string;
  /** Stops listening and gives the folder to whoever comes next; every connection must have ended. */
  release(): Promise<void>;
}

/**
 * Takes a data folder for this process alone, by listening on a Unix socket inside it. The socket is the lock as well:
 * lmdb lets a second process open the same folder without complaint, and its writes would bypass our conflict checks. A
 * socket answers exactly as long as its process lives, also after `kill -9` and in another container with the same
 * folder; one that nobody answers on is replaced.
 *
 * Nobody but the owner of the folder can connect: the folder has mode 0700 and the socket 0600.
 *
 * @throws FolderLockedError when another process has the folder.
 */
export async function claimFolder(folder: string, accept: (socket: Socket) => void): Promise<FolderSocket> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  if (process.platform === 'win32') return claimPipe(folder, accept);
  const directory = shortened(resolve(folder));
  const path = join(directory, NAME);
  const beginning = join(directory, `.${randomBytes(8).toString('hex')}.sock`);
  const server = await listen(accept, beginning);
  try {
    chmodSync(beginning, 0o600);
    await putInPlace(beginning, path, folder);
  } catch (error) {
    server.close();
    throw error;
  } finally {
    rmSync(beginning, { force: true });
  }
  const release = () => {
    rmSync(path, { force: true });
    return new Promise<void>((done) => server.close(() => done()));
  };
  return { path, release };
}

/**
 * Gives the socket its name unless a living one has it. Two processes that find the same dead socket cannot both take
 * its place: a link is made only where there is no name, and whoever moves a socket away looks at what was moved.
 */
async function putInPlace(beginning: string, path: string, folder: string): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt++) {
    if (link(beginning, path)) return;
    const old = identityOf(path);
    if (old === undefined) continue;
    if (await answers(path))
      throw new FolderLockedError(`The data folder ${folder} is in use by another database.`, path);
    const aside = `${beginning}.old`;
    try {
      renameSync(path, aside);
    } catch {
      continue;
    }
    if (identityOf(aside) !== old) link(aside, path);
    rmSync(aside, { force: true });
  }
  throw new FolderLockedError(
    `The data folder ${folder} is in use by another database, which has just taken it.`,
    path,
  );
}

/** Gives a file a second name; false where the name is taken. */
function link(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function identityOf(path: string): string | undefined {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found && `${found.dev} ${found.ino} ${found.mtimeNs}`;
}

/** Whether a living process listens there. Whatever is not a plain refusal counts as one. */
const answers = (path: string): Promise<boolean> =>
  new Promise((done) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      done(true);
    });
    socket.once('error', (error) => done(!['ECONNREFUSED', 'ENOENT'].includes(codeOf(error))));
  });

/**
 * The folder by a path that leaves room for the name of a socket. A longer one is reached through a link in a directory
 * of the system's temporary folder, whose name follows from the path, and which must be ours alone: with a link of
 * somebody else's making, clients would send their data to that person.
 */
function shortened(folder: string): string {
  if (Buffer.byteLength(folder) + ROOM_FOR_NAME <= LONGEST_PATH) return folder;
  const digest = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  const directory = join(tmpdir(), `fashionflow-${userInfo().uid}-${digest}`);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const found = lstatSync(directory);
  if (!found.isDirectory() || found.uid !== userInfo().uid || (found.mode & 0o077) !== 0) {
    throw new Error(`the directory ${directory} belongs to somebody else or is open to others`);
  }
  const path = join(directory, 'data');
  rmSync(path, { force: true });
  symlinkSync(folder, path);
  return path;
}

/** A named pipe goes with its process, and a second one of the same name is refused. */
async function claimPipe(folder: string, accept: (socket: Socket) => void): Promise<FolderSocket> {
  const digest = createHash('sha256').update(resolve(folder).toLowerCase()).digest('hex').slice(0, 24);
  const path = `\\\\.\\pipe\\fashionflow-${digest}.sock`;
  try {
    const server = await listen(accept, path);
    return { path, release: () => new Promise<void>((done) => server.close(() => done())) };
  } catch (error) {
    if (codeOf(error) !== 'EADDRINUSE') throw error;
    throw new FolderLockedError(`The data folder ${folder} is in use by another database.`, path);
  }
}

function listen(accept: (socket: Socket) => void, path: string): Promise<Server> {
  return new Promise((done, fail) => {
    const server = createServer(accept);
    server.once('error', fail);
    server.listen({ path }, () => done(server.off('error', fail)));
  });
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');
