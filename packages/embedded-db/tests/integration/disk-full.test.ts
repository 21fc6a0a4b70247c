import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as Lmdb from 'lmdb';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { startEmbeddedDatabase, type EmbeddedDatabase } from '../../src/server';

/** A disk that can be filled: commits then fail as lmdb's do, after their jobs have run. */
const disk = vi.hoisted(() => ({ isFull: false }));

vi.mock('lmdb', async (original) => {
  const lmdb = await original<typeof Lmdb>();
  const open = (options: Parameters<typeof lmdb.open>[0]) => {
    const root = lmdb.open(options) as Lmdb.RootDatabase;
    const commit = root.transaction.bind(root);
    const rolledBack: ((outcome: object) => void)[] = [];
    const on = root.on.bind(root);
    root.on = ((event: 'beforecommit' | 'aftercommit', listener: (outcome: object) => void) => {
      if (event === 'aftercommit') rolledBack.push(listener);
      return on(event, listener);
    }) as typeof root.on;
    root.transaction = (async (job: () => void) => {
      if (!disk.isFull) return commit(job);
      await root.childTransaction(() => {
        job();
        return lmdb.ABORT;
      });
      for (const listener of rolledBack) listener({});
      const cause = Object.assign(new Error('No space left on device'), { code: 28 });
      throw Object.assign(new Error('Commit failed'), { commitError: Promise.reject(cause) });
    }) as typeof root.transaction;
    return root;
  };
  return { ...lmdb, open };
});

const sentences: string[] = [];
const broken = vi.fn();
let folder: string;
let server: EmbeddedDatabase;
let client: MongoClient;
const things = (name = 'things') => client.db('full').collection<{ _id: number }>(name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fashionflow-full-'));
  const log = { error: (_: object, sentence: string) => void sentences.push(sentence) };
  server = await startEmbeddedDatabase({ dataDir: folder, log, onFailure: broken });
  client = await new MongoClient(server.uri).connect();
  await things().insertOne({ _id: 1 });
});

beforeEach(() => {
  disk.isFull = false;
});

afterAll(async () => {
  await client.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

it('refuses a write with OutOfDiskSpace, says so once, reads on, and writes again when there is room', async () => {
  disk.isFull = true;
  const refused = { code: 14031, codeName: 'OutOfDiskSpace' };
  await expect(things().insertOne({ _id: 2 })).rejects.toMatchObject(refused);
  await expect(things().deleteOne({ _id: 1 })).rejects.toMatchObject(refused);
  await expect(things().find().toArray()).resolves.toEqual([{ _id: 1 }]);
  await expect(things().countDocuments()).resolves.toBe(1);
  disk.isFull = false;
  await things().insertOne({ _id: 2 });
  await expect(things().estimatedDocumentCount()).resolves.toBe(2);
  expect(sentences).toEqual([expect.stringContaining('no space left for the data folder')]);
  expect(broken).not.toHaveBeenCalled();
});

it('remembers no collection and no index that were not stored', async () => {
  disk.isFull = true;
  await expect(things('later').insertOne({ _id: 1 })).rejects.toMatchObject({ code: 14031 });
  await expect(things().createIndex({ n: 1 }, { unique: true })).rejects.toMatchObject({ code: 14031 });
  const names = async () => (await client.db('full').listCollections().toArray()).map(({ name }) => name);
  await expect(names()).resolves.toEqual(['things']);
  await expect(things().indexes()).resolves.toHaveLength(1);
  await expect(things().drop()).rejects.toMatchObject({ code: 14031 });
  await expect(names()).resolves.toEqual(['things']);
  disk.isFull = false;
  await things('later').insertOne({ _id: 1 });
  await things().createIndex({ n: 1 }, { unique: true, sparse: true });
  await expect(things('later').find().toArray()).resolves.toEqual([{ _id: 1 }]);
});

it('ends a transaction that could not be stored, with none of its writes', async () => {
  await client.withSession(async (session) => {
    session.startTransaction();
    await things('later').insertOne({ _id: 50 }, { session });
    disk.isFull = true;
    await expect(session.commitTransaction()).rejects.toMatchObject({ code: 14031 });
  });
  disk.isFull = false;
  await expect(things('later').findOne({ _id: 50 })).resolves.toBeNull();
  await things('later').insertOne({ _id: 50 });
});
