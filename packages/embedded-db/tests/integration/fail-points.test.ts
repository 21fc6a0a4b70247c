import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Document, MongoClient } from 'mongodb';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { type DatabaseProcess, startDatabaseProcess } from '../support/database-process';

let folder: string;
let server: DatabaseProcess;
let client: MongoClient;
const things = () => client.db('failing').collection<{ _id: number; n?: number }>('things');
const fail = (data: Document, mode: Document | string = { times: 1 }) =>
  client.db('admin').command({ configureFailPoint: 'failCommand', mode, data });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fashionflow-failing-'));
  server = await startDatabaseProcess(folder, '--test-commands');
  client = await new MongoClient(server.uri).connect();
});

beforeEach(async () => {
  await fail({}, 'off');
  await things().deleteMany({});
});

afterAll(async () => {
  await client.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('what the driver does when a command fails', () => {
  it('a write is sent again after a lost connection, and done once', async () => {
    await fail({ failCommands: ['insert'], closeConnection: true });
    await things().insertOne({ _id: 1 });
    expect(await things().countDocuments()).toBe(1);
  });

  it('a write is sent again after an error that says it may', async () => {
    await fail({ failCommands: ['update'], errorCode: 91 });
    expect(await things().updateOne({ _id: 2 }, { $inc: { n: 1 } }, { upsert: true })).toMatchObject({
      upsertedCount: 1,
    });
  });

  it('a write is not sent again after any other', async () => {
    await fail({ failCommands: ['insert'], errorCode: 8 });
    await expect(things().insertOne({ _id: 3 })).rejects.toMatchObject({ code: 8 });
    expect(await things().countDocuments()).toBe(0);
  });

  it('a read is sent again', async () => {
    await things().insertOne({ _id: 4 });
    await fail({ failCommands: ['find'], closeConnection: true });
    expect(await things().findOne({ _id: 4 })).toEqual({ _id: 4 });
  });

  it('a transaction begins again, and its commit is repeated', async () => {
    let tries = 0;
    await fail({ failCommands: ['insert'], errorCode: 112, errorLabels: ['TransientTransactionError'] });
    await client.withSession((session) =>
      session.withTransaction(async () => {
        tries++;
        await things().insertOne({ _id: 5 }, { session });
      }),
    );
    expect(tries).toBe(2);
    await fail({ failCommands: ['commitTransaction'], closeConnection: true });
    await client.withSession((session) =>
      session.withTransaction(async () => void (await things().insertOne({ _id: 6 }, { session }))),
    );
    expect(await things().countDocuments()).toBe(2);
  });
});

it('there is no such command without --test-commands', async () => {
  const other = await new MongoClient(inject('mongoUri')).connect();
  const command = { configureFailPoint: 'failCommand', mode: 'off' };
  await expect(other.db('admin').command(command)).rejects.toMatchObject({ code: 59 });
  await other.close();
});
