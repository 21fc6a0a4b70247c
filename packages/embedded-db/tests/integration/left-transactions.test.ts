import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, inject, it } from 'vitest';
import { setUpMongo } from '../support/with-mongo';

const { db } = setUpMongo();

/** Writes inside a transaction, says so, and waits for its end. */
const WORK = `
  import { MongoClient } from 'mongodb';
  const [uri, name] = process.argv.slice(1);
  const client = await new MongoClient(uri).connect();
  const session = client.startSession();
  session.startTransaction();
  await client.db(name).collection('accounts').updateOne({ _id: 'a' }, { $set: { n: 99 } }, { session });
  process.stdout.write('written');
  setInterval(() => undefined, 1_000);`;

it('a client that dies in the middle of a transaction holds up nobody for long, and nothing of it is there', async () => {
  const accounts = db().collection<{ _id: string; n: number }>('accounts');
  await accounts.insertOne({ _id: 'a', n: 10 });
  const child = spawn(process.execPath, ['--input-type=module', '-e', WORK, inject('mongoUri'), db().databaseName], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
  const begun = performance.now();
  await accounts.updateOne({ _id: 'a' }, { $inc: { n: 1 } });
  expect(performance.now() - begun).toBeLessThan(20_000);
  expect(await accounts.findOne({ _id: 'a' })).toMatchObject({ n: 11 });
});
