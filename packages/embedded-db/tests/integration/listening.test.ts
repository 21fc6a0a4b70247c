import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { MongoClient, type MongoClientOptions } from 'mongodb';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { type DatabaseProcess, startDatabaseProcess } from '../support/database-process';

const folder = mkdtempSync(join(tmpdir(), 'fashionflow-listening-'));
const running: DatabaseProcess[] = [];

async function start(name: string, ...options: string[]): Promise<DatabaseProcess> {
  const server = await startDatabaseProcess(join(folder, name), ...options);
  running.push(server);
  return server;
}

async function ask<T>(
  uri: string,
  work: (client: MongoClient) => Promise<T>,
  options?: MongoClientOptions,
): Promise<T> {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: 3_000, ...options });
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}

const count = (client: MongoClient) => client.db('any').collection('things').countDocuments();
const pathOf = (uri: string): string => decodeURIComponent(/^mongodb:\/\/([^/]+)/.exec(uri)?.[1] ?? '');
const modeOf = (path: string): number => statSync(path).mode & 0o777;

/** The ports on which a process of this machine listens, by the inodes of its sockets. */
function listeningPorts(pid: number): number[] {
  const inodes = new Set(
    readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      try {
        return String(statSync(`/proc/${pid}/fd/${fd}`).ino);
      } catch {
        return [];
      }
    }),
  );
  return ['tcp', 'tcp6'].flatMap((table) =>
    readFileSync(`/proc/${pid}/net/${table}`, 'utf8')
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter(([, , , state, , , , , , inode = '']) => state === '0A' && inodes.has(inode))
      .map(([, address = '']) => Number.parseInt(address.split(':')[1] ?? '', 16)),
  );
}

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('without a port', () => {
  it.runIf(existsSync('/proc/self/net/tcp'))('it listens on no port at all', async () => {
    const server = await start('quiet');
    expect(server.tcpUri).toBeUndefined();
    expect(await ask(server.uri, count)).toBe(0);
    expect(listeningPorts(server.pid)).toEqual([]);
  });

  it('only the owner of the folder can reach the socket', async () => {
    mkdirSync(join(folder, 'open'), { mode: 0o777 });
    const server = await start('open');
    const path = pathOf(server.uri);
    expect(dirname(path)).toBe(join(folder, 'open'));
    expect(modeOf(dirname(path))).toBe(0o700);
    expect(modeOf(path)).toBe(0o600);
  });

  it('the address stays the same at the next start, also after kill -9', async () => {
    const first = await startDatabaseProcess(join(folder, 'again'));
    await ask(first.uri, (client) => client.db('any').collection('things').insertOne({ kept: true }));
    await first.kill();
    const second = await start('again');
    expect(second.uri).toBe(first.uri);
    expect(await ask(second.uri, count)).toBe(1);
    expect(readdirSync(join(folder, 'again')).filter((name) => name.endsWith('.sock'))).toEqual(['mongodb.sock']);
  });

  it('a folder too deep for the path of a socket is reached through a private directory', async () => {
    const name = join('deep', 'd'.repeat(100));
    const server = await start(name);
    const path = pathOf(server.uri);
    expect(Buffer.byteLength(path)).toBeLessThan(104);
    expect(await ask(server.uri, count)).toBe(0);
    const link = dirname(path);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(modeOf(dirname(link))).toBe(0o700);
    expect(modeOf(join(folder, name))).toBe(0o700);
    rmSync(dirname(link), { recursive: true });
  });
});

describe('a folder in use', () => {
  it('is refused in one sentence, and the first goes on', async () => {
    const first = await start('taken');
    await expect(start('taken')).rejects.toThrow(/The data folder \S+taken is in use by another database\./);
    expect(await ask(first.uri, count)).toBe(0);
  });

  it('is given to one of many that find a dead socket', async () => {
    const path = join(folder, 'raced');
    mkdirSync(path);
    // Node removes the socket of a server that it closes: this one is left as a killed process leaves it.
    const dead = createServer();
    const name = join(path, 'first.sock');
    await new Promise<void>((done) => dead.listen(name, done));
    linkSync(name, join(path, 'mongodb.sock'));
    await new Promise<void>((done) => dead.close(() => done()));
    const results = await Promise.allSettled([start('raced'), start('raced'), start('raced')]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('with a port', () => {
  it('a client that does not know the password may ask who is there, and nothing more', async () => {
    const { tcpUri = '' } = await start('guarded', '--port', '0');
    const bare = tcpUri.replace(/\/\/.*@/, '//').replace(/&authMechanism=.*/, '');
    await ask(bare, async (client) => {
      expect(await client.db('admin').command({ hello: 1 })).toMatchObject({ ok: 1 });
      await expect(count(client)).rejects.toMatchObject({ code: 13, codeName: 'Unauthorized' });
      await expect(client.db('any').dropDatabase()).rejects.toMatchObject({ code: 13 });
    });
    for (const wrong of ['fashionflow:wrong', 'somebody:else']) {
      await expect(ask(bare.replace('//', `//${wrong}@`), count)).rejects.toMatchObject({ code: 18 });
    }
  });

  it('the password is kept in the folder, for its owner alone, and opens the port', async () => {
    const { tcpUri = '', uri } = await start('guarded', '--port', '0');
    const password = readFileSync(join(folder, 'guarded', 'password'), 'utf8').trim();
    expect(tcpUri).toMatch(new RegExp(`^mongodb://fashionflow:${password}@127\\.0\\.0\\.1:\\d+/`));
    expect(modeOf(join(folder, 'guarded', 'password'))).toBe(0o600);
    expect(await ask(tcpUri, count)).toBe(0);
    // A client that lets the server choose the mechanism, and one on the socket.
    expect(await ask(tcpUri.replace(/&authMechanism=.*/, ''), count)).toBe(0);
    expect(await ask(uri, count)).toBe(0);
  });

  it('no other mechanism is taken', async () => {
    const { tcpUri = '' } = await start('guarded', '--port', '0');
    const uri = tcpUri.replace('SCRAM-SHA-256', 'SCRAM-SHA-1');
    await expect(ask(uri, count)).rejects.toMatchObject({ code: 334 });
  });
});
