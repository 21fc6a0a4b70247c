import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, inject } from 'vitest';
import { ALL_INDEXES } from '../../lib/start/all-indexes';
import { connect, database, type Database } from '../../lib/db/client';
import { createIndexes } from '../../lib/db/indexes';

/** Gives a test file a database of its own, with every index of the house, and drops it afterwards. */
export function setUpDatabase(): () => Database {
  let current: Database | undefined;
  beforeAll(async () => {
    const client = connect(inject('mongoUri'));
    await client.connect();
    current = database(client, `test_${randomBytes(6).toString('hex')}`);
    await createIndexes(current, ALL_INDEXES);
  });
  afterAll(async () => {
    await current?.db.dropDatabase();
    await current?.client.close();
  });
  return () => {
    if (!current) throw new Error('the database is ready only inside tests and hooks');
    return current;
  };
}
