import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { Binary, Decimal128, Double, GridFSBucket, Long, MongoClient, type Db, type Document } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '@/scripts/checks/free-port';
import {
  type DatabaseProcess,
  startDatabaseProcess,
} from '../../../packages/embedded-db/tests/support/database-process';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fashionflow-commands-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Starts a command of the house, as npm does. */
function run(args: string[], env: Record<string, string>) {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, MONGODB_URI: undefined, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  const ended = once(child, 'exit').then(([code]) => ({ code: code as number | null, said: said.trim() }));
  return { child, said: () => said, ended };
}

async function stop(child: ChildProcess): Promise<void> {
  child.kill('SIGINT');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

describe('npm run db', { timeout: 90_000 }, () => {
  const start = (dataDir: string, env: Record<string, string> = {}) =>
    run(['scripts/db.mjs'], { DATA_DIR: join(folder, dataDir), ...env });
  const uriOf = async (database: ReturnType<typeof start>): Promise<string> => {
    const printed = () => /mongodb:\/\/\S+/.exec(database.said())?.[0];
    await expect.poll(printed, { timeout: 20_000 }).toBeDefined();
    return printed()!;
  };

  it('prints the address of a socket that a shell connects to, and keeps what was written', async () => {
    const database = start('alone');
    const uri = await uriOf(database);
    expect(decodeURIComponent(uri)).toMatch(/^mongodb:\/\/\/.*\/alone\/database\/mongodb\.sock\//);
    // A shell writes the address by hand and asks these first.
    const shell = await new MongoClient(uri.replace(/\?.*/, '?directConnection=true')).connect();
    expect(await shell.db('admin').command({ hello: 1 })).toMatchObject({ isWritablePrimary: true, ok: 1 });
    expect(await shell.db('admin').command({ buildInfo: 1 })).toMatchObject({ ok: 1 });
    await shell.db('fashionflow').collection('notes').insertOne({ text: 'ourlet' });
    await shell.close();

    for (const command of ['scripts/db.mjs', 'scripts/start.mjs']) {
      const second = await run([command], { DATA_DIR: join(folder, 'alone'), PORT: String(await freePort()) }).ended;
      expect(second.code).toBe(1);
      expect(second.said).toMatch(/^The data folder .* is in use by another FashionFlow\..*DATA_DIR\.$/);
    }

    await stop(database.child);
    expect(await database.ended).toMatchObject({ code: 0 });
    const again = start('alone');
    expect(await uriOf(again)).toBe(uri);
    const client = await new MongoClient(uri).connect();
    expect(await client.db('fashionflow').collection('notes').countDocuments({ text: 'ourlet' })).toBe(1);
    await client.close();
    await stop(again.child);
  });

  it('listens on DB_PORT where it is set, and prints the address with its password', async () => {
    const DB_PORT = String(await freePort());
    const database = start('by-port', { DB_PORT });
    const uri = await uriOf(database);
    expect(uri).toMatch(new RegExp(`^mongodb://fashionflow:[\\w-]{43}@127\\.0\\.0\\.1:${DB_PORT}/`));
    const client = await new MongoClient(uri).connect();
    expect(await client.db('fashionflow').collection('notes').countDocuments()).toBe(0);
    await client.close();
    const busy = await start('elsewhere', { DB_PORT }).ended;
    expect(busy.code).toBe(1);
    expect(busy.said).toMatch(new RegExp(`^Port ${DB_PORT} is busy: .*DB_PORT=….$`));
    await stop(database.child);
  });
});

describe('npm run db:copy', { timeout: 90_000 }, () => {
  const copy = (dataDir: string, ...args: string[]) =>
    run(['--import', 'tsx', 'scripts/copy-database.ts', ...args], { DATA_DIR: join(folder, dataDir) }).ended;
  let target: DatabaseProcess;

  beforeAll(async () => {
    target = await startDatabaseProcess(join(folder, 'target'));
  });

  afterAll(() => target.stop());

  /** The bytes of every document, by collection, and the indexes. */
  async function contents(db: Db): Promise<Document> {
    const found: Document = {};
    for (const { name } of await db.listCollections({}, { nameOnly: true }).toArray()) {
      const documents = await db.collection(name).find({}, { raw: true }).sort({ _id: 1 }).toArray();
      const indexes = await db.collection(name).indexes();
      found[name] = {
        documents: documents.map((bytes) => Buffer.from(bytes as unknown as Uint8Array).toString('hex')),
        indexes: indexes.sort((a, b) => String(a.name).localeCompare(String(b.name))),
      };
    }
    return found;
  }

  async function withDatabase<T>(dataDir: string, work: (db: Db) => Promise<T>): Promise<T> {
    const server = await startDatabaseProcess(join(folder, dataDir, 'database'));
    const client = await new MongoClient(server.uri).connect();
    try {
      return await work(client.db('fashionflow'));
    } finally {
      await client.close();
      await server.stop();
    }
  }

  it('moves documents, files and indexes byte by byte, once', async () => {
    const source = await withDatabase('house', async (db) => {
      await db.collection<Document & { _id: number }>('orders').insertMany([
        { _id: 1, long: Long.fromString('9007199254740993'), double: new Double(3), int: 3 },
        { _id: 2, price: Decimal128.fromString('1250.00'), at: new Date(0), tags: ['soie', null, { a: [] }] },
        { _id: 3, bytes: new Binary(Buffer.from([0, 255])), pattern: /^s/i, nothing: null },
      ]);
      await db.collection<{ _id: number }>('clients').insertMany(Array.from({ length: 1203 }, (_, _id) => ({ _id })));
      await db.collection('orders').createIndexes([
        { key: { price: 1, at: -1 }, name: 'by_price' },
        { key: { 'tags.a': 1 }, unique: true, partialFilterExpression: { int: { $gt: 5 } } },
        { key: { at: 1 }, expireAfterSeconds: 10 ** 9 },
      ]);
      const bucket = new GridFSBucket(db, { bucketName: 'images' });
      await pipeline(Readable.from([Buffer.alloc(300_000, 7)]), bucket.openUploadStream('robe.png'));
      return contents(db);
    });

    const done = await copy('house', '--to', target.uri);
    expect(done).toMatchObject({ code: 0, said: expect.stringContaining('clients: 1203 documents') });
    const client = await new MongoClient(target.uri).connect();
    try {
      expect(await contents(client.db('fashionflow'))).toEqual(source);
      // A second copy finds documents there and leaves them alone.
      const repeated = await copy('house', '--to', target.uri);
      expect(repeated.code).toBe(1);
      expect(repeated.said).toMatch(/^The collection \S+ of the target is not empty; nothing of it was changed\.$/);
      expect(await contents(client.db('fashionflow'))).toEqual(source);
    } finally {
      await client.close();
    }
  });

  it('refuses a folder in use, an empty house and a target that is not named, in one sentence', async () => {
    const running = run(['scripts/db.mjs'], { DATA_DIR: join(folder, 'busy') });
    await expect.poll(running.said, { timeout: 20_000 }).toContain('mongodb://');
    expect(await copy('busy', '--to', target.uri)).toMatchObject({
      code: 1,
      said: expect.stringMatching(/^The data folder .* is in use by another FashionFlow\./),
    });
    await stop(running.child);
    expect(await copy('empty', '--to', target.uri)).toEqual({
      code: 1,
      said: 'There is no data in the database fashionflow of the source.',
    });
    expect(await copy('empty')).toEqual({ code: 1, said: 'Say where to: npm run db:copy -- --to mongodb://…' });
  });
});
