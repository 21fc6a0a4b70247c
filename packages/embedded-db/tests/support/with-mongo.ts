import { randomBytes } from 'node:crypto';
import { MongoClient, type Db } from 'mongodb';
import { afterAll, beforeAll, inject } from 'vitest';

/** The plain driver and an empty database of its own for a test file; the database is dropped afterwards. */
export function setUpMongo(): { client: () => MongoClient; db: () => Db } {
  let client: MongoClient | undefined;
  const name = `test_${randomBytes(6).toString('hex')}`;
  const connected = (): MongoClient => {
    if (!client) throw new Error('the client is ready only inside tests and hooks');
    return client;
  };
  beforeAll(async () => {
    client = await new MongoClient(inject('mongoUri')).connect();
  });
  afterAll(async () => {
    await client?.db(name).dropDatabase();
    await client?.close();
  });
  return { client: connected, db: () => connected().db(name) };
}
