import { Long, type ClientSession } from 'mongodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setUpMongo } from '../support/with-mongo';

const { client, db } = setUpMongo();
const accounts = () => db().collection<{ _id: string; n: number; mail?: string }>('accounts');
let sessions: ClientSession[] = [];
const begin = () => {
  const session = client().startSession();
  session.startTransaction();
  sessions.push(session);
  return session;
};

beforeEach(async () => {
  await accounts().deleteMany({});
  await accounts().createIndex({ mail: 1 }, { unique: true, partialFilterExpression: { mail: { $exists: true } } });
  await accounts().insertMany([
    { _id: 'a', n: 10 },
    { _id: 'b', n: 10 },
  ]);
});

afterEach(async () => {
  for (const session of sessions) {
    if (session.inTransaction()) await session.abortTransaction();
    await session.endSession();
  }
  sessions = [];
});

describe('a transaction', () => {
  it('shows its writes to itself alone until the commit', async () => {
    const session = begin();
    await accounts().updateOne({ _id: 'a' }, { $inc: { n: 5 } }, { session });
    await accounts().insertOne({ _id: 'c', n: 1 }, { session });
    expect(
      await accounts()
        .find({}, { session })
        .sort({ n: 1 })
        .map(({ n }) => n)
        .toArray(),
    ).toEqual([1, 10, 15]);
    expect(await accounts().countDocuments()).toBe(2);
    await session.commitTransaction();
    expect(await accounts().findOne({ _id: 'a' })).toMatchObject({ n: 15 });
    expect(await accounts().countDocuments()).toBe(3);
  });

  it('finds its own writes by their key, and nothing else of the collection', async () => {
    const session = begin();
    const byId = (_id: string) => accounts().findOne({ _id }, { session });
    await accounts().insertOne({ _id: 'c', n: 1 }, { session });
    await accounts().updateOne({ _id: 'a' }, { $set: { n: 11 } }, { session });
    await accounts().deleteOne({ _id: 'b' }, { session });
    expect([await byId('a'), await byId('b'), await byId('c'), await byId('d')]).toEqual([
      { _id: 'a', n: 11 },
      null,
      { _id: 'c', n: 1 },
      null,
    ]);
    // Somebody else still finds what is committed.
    expect([await accounts().findOne({ _id: 'a' }), await accounts().findOne({ _id: 'c' })]).toEqual([
      { _id: 'a', n: 10 },
      null,
    ]);
  });

  it('leaves nothing behind when it is aborted', async () => {
    const session = begin();
    await accounts().deleteMany({}, { session });
    await session.abortTransaction();
    expect(await accounts().countDocuments()).toBe(2);
  });

  it('reads one state, whatever others commit meanwhile', async () => {
    const session = begin();
    expect(await accounts().findOne({ _id: 'a' }, { session })).toMatchObject({ n: 10 });
    await accounts().updateOne({ _id: 'b' }, { $set: { n: 99 } });
    expect(await accounts().findOne({ _id: 'b' }, { session })).toMatchObject({ n: 10 });
  });

  it('fails at once on a document another transaction has written', async () => {
    const [first, second] = [begin(), begin()];
    await accounts().updateOne({ _id: 'a' }, { $inc: { n: 1 } }, { session: first });
    const conflict = accounts().updateOne({ _id: 'a' }, { $inc: { n: 1 } }, { session: second });
    await expect(conflict).rejects.toMatchObject({ code: 112, errorLabels: ['TransientTransactionError'] });
    await first.commitTransaction();
    expect(await accounts().findOne({ _id: 'a' })).toMatchObject({ n: 11 });
  });

  it('fails on a document changed since it began', async () => {
    const session = begin();
    await accounts().findOne({ _id: 'b' }, { session });
    await accounts().updateOne({ _id: 'a' }, { $inc: { n: 1 } });
    const conflict = accounts().updateOne({ _id: 'a' }, { $inc: { n: 1 } }, { session });
    await expect(conflict).rejects.toMatchObject({ code: 112 });
  });

  it('makes a plain write to the same document wait for its end', async () => {
    const session = begin();
    await accounts().updateOne({ _id: 'a' }, { $inc: { n: 1 } }, { session });
    const plain = accounts().updateOne({ _id: 'a' }, { $inc: { n: 100 } });
    await accounts().findOne({ _id: 'a' });
    await session.commitTransaction();
    expect(await plain).toMatchObject({ modifiedCount: 1 });
    expect(await accounts().findOne({ _id: 'a' })).toMatchObject({ n: 111 });
  });

  it('lets a plain write in its way time out', async () => {
    const session = begin();
    await accounts().updateOne({ _id: 'a' }, { $inc: { n: 1 } }, { session });
    const plain = accounts().updateOne({ _id: 'a' }, { $inc: { n: 100 } }, { maxTimeMS: 100 });
    await expect(plain).rejects.toMatchObject({ code: 50 });
  });

  it('lets only one of two take a unique key', async () => {
    const [first, second] = [begin(), begin()];
    await accounts().insertOne({ _id: 'c', n: 1, mail: 'x' }, { session: first });
    const conflict = accounts().insertOne({ _id: 'd', n: 1, mail: 'x' }, { session: second });
    await expect(conflict).rejects.toMatchObject({ code: 112 });
    await first.commitTransaction();
    await expect(accounts().insertOne({ _id: 'e', n: 1, mail: 'x' })).rejects.toMatchObject({ code: 11000 });
  });

  it('is over after an error', async () => {
    const session = begin();
    await expect(accounts().insertOne({ _id: 'a', n: 1 }, { session })).rejects.toMatchObject({ code: 11000 });
    await expect(accounts().findOne({}, { session })).rejects.toMatchObject({ code: 251 });
  });

  it('can make a collection', async () => {
    const session = begin();
    await db().collection('made').insertOne({ a: 1 }, { session });
    await session.commitTransaction();
    expect(await db().collection('made').countDocuments()).toBe(1);
  });

  it('runs again through withTransaction until it succeeds', async () => {
    const add = () =>
      client().withSession((session) =>
        session.withTransaction(async () => {
          const account = await accounts().findOne({ _id: 'a' }, { session });
          await accounts().updateOne({ _id: 'a' }, { $set: { n: account!.n + 1 } }, { session });
        }),
      );
    await Promise.all(Array.from({ length: 8 }, add));
    expect(await accounts().findOne({ _id: 'a' })).toMatchObject({ n: 18 });
  });

  it('commits once when the commit is repeated', async () => {
    const session = begin();
    await accounts().updateOne({ _id: 'a' }, { $inc: { n: 1 } }, { session });
    await session.commitTransaction();
    await session.commitTransaction();
    expect(await accounts().findOne({ _id: 'a' })).toMatchObject({ n: 11 });
  });

  it('does not take commands MongoDB keeps out of transactions', async () => {
    const session = begin();
    await expect(db().command({ count: 'accounts' }, { session })).rejects.toMatchObject({ code: 263 });
  });
});

describe('a retryable write', () => {
  it('is answered again, not done again', async () => {
    const session = client().startSession();
    sessions.push(session);
    const updates = [{ q: { _id: 'a' }, u: { $inc: { n: 1 } } }];
    const command = { update: 'accounts', updates, txnNumber: Long.fromNumber(1000) };
    const first = await db().command(command, { session });
    const second = await db().command(command, { session });
    expect(second).toMatchObject({ n: first.n as number, nModified: first.nModified as number });
    expect(await accounts().findOne({ _id: 'a' })).toMatchObject({ n: 11 });
  });
});
