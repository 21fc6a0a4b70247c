import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { expect, it } from 'vitest';
import { startDatabaseProcess } from '../support/database-process';
import { faultRounds } from '../support/fault-rounds';

const ROUNDS = faultRounds('KILL_ROUNDS', { brief: 2, full: 50 });
const WRITERS = 8;

it(
  `loses no acknowledged write to kill -9 under load (${ROUNDS} rounds)`,
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'fashionflow-kill-'));
    const acknowledged = new Set<number>();
    let next = 0;
    try {
      for (let round = 0; round < ROUNDS; round++) {
        const server = await startDatabaseProcess(folder);
        const client = await new MongoClient(server.uri, { serverSelectionTimeoutMS: 2000 }).connect();
        const collection = client.db('kill').collection<{ _id: number; pair: number }>('writes');
        await collection.createIndex({ pair: 1 }, { unique: true });
        const target = acknowledged.size + 100;
        let isRunning = true;
        const write = async () => {
          while (isRunning) {
            const number = next++;
            await collection.insertOne({ _id: number, pair: number });
            acknowledged.add(number);
          }
        };
        const writers = Array.from({ length: WRITERS }, () => write().catch(() => undefined));
        // The blow falls while all writers are at work.
        while (acknowledged.size < target) await collection.findOne({ _id: 0 });
        await server.kill();
        isRunning = false;
        await client.close();
        await Promise.all(writers);

        const again = await startDatabaseProcess(folder);
        const reader = await new MongoClient(again.uri).connect();
        const stored = reader.db('kill').collection<{ _id: number; pair: number }>('writes');
        const found = new Set(
          await stored
            .find()
            .map(({ _id }) => _id)
            .toArray(),
        );
        expect([...acknowledged].filter((number) => !found.has(number))).toEqual([]);
        // The index tells the same story as the documents.
        const indexed = await stored
          .find({ pair: { $gte: 0 } })
          .hint({ pair: 1 })
          .map(({ _id }) => _id)
          .toArray();
        expect(new Set(indexed)).toEqual(found);
        await reader.close();
        await again.stop();
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
  ROUNDS * 120_000,
);

it('refuses a folder another process has, in one sentence', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fashionflow-lock-'));
  const server = await startDatabaseProcess(folder);
  try {
    await expect(startDatabaseProcess(folder)).rejects.toThrow(/is in use by another database/);
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}, 120_000);
