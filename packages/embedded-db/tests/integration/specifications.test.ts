import { describe, expect, it } from 'vitest';
import { setUpMongo } from '../support/with-mongo';

const { db } = setUpMongo();

// By raw commands: the driver's own insertOne puts an ObjectId in the place of an _id of null.
describe('an _id of null', () => {
  it('is found again, by equality, by list, and with others beside it', async () => {
    await db().command({
      insert: 'nulls',
      documents: [
        { _id: null, n: 1 },
        { _id: 1, n: 2 },
      ],
    });
    const found = async (filter: object) =>
      (await db().command({ find: 'nulls', filter })).cursor.firstBatch.map(({ n }: { n: number }) => n);
    expect(await found({})).toEqual(expect.arrayContaining([1, 2]));
    expect(await found({ _id: null })).toEqual([1]);
    expect(await found({ _id: { $eq: null } })).toEqual([1]);
    expect(await found({ _id: { $in: [null, 7] } })).toEqual([1]);
    await expect(
      db().command({ update: 'nulls', updates: [{ q: { _id: null }, u: { $set: { n: 3 } } }] }),
    ).resolves.toMatchObject({ n: 1 });
    await expect(db().command({ delete: 'nulls', deletes: [{ q: { _id: null }, limit: 1 }] })).resolves.toMatchObject({
      n: 1,
    });
  });

  it('is made by an upsert that asks for it', async () => {
    const reply = await db().command({
      update: 'upserts',
      updates: [{ q: { _id: null }, u: { $set: { n: 1 } }, upsert: true }],
    });
    expect(reply.upserted).toEqual([{ index: 0, _id: null }]);
    expect((await db().command({ find: 'upserts', filter: { _id: null } })).cursor.firstBatch).toEqual([
      { _id: null, n: 1 },
    ]);
  });
});

describe('$out', () => {
  it('is refused as the unknown stage it is, with a write concern too', async () => {
    const command = { aggregate: 'nulls', pipeline: [{ $out: 'copies' }], cursor: {} };
    await expect(db().command(command)).rejects.toMatchObject({ code: 40324 });
    await expect(db().command({ ...command, writeConcern: { w: 1 } })).rejects.toMatchObject({ code: 40324 });
  });
});

// The driver makes its error and its partial result of this reply alone: what is not in it, the driver has added.
describe('a bulk write of the client', () => {
  const write = (ordered: boolean, _ids: number[]) =>
    db()
      .client.db('admin')
      .command({
        bulkWrite: 1,
        ops: _ids.map((_id) => ({ insert: 0, document: { _id } })),
        nsInfo: [{ ns: `${db().databaseName}.bulk` }],
        ordered,
      });
  const taken = (idx: number, _id: number) => ({
    ok: 0,
    idx,
    n: 0,
    code: 11000,
    errmsg: expect.stringContaining('E11000') as string,
    keyPattern: { _id: 1 },
    keyValue: { _id },
  });

  it('says of a write that failed its code and its words, and counts what was written and nothing else', async () => {
    await db().collection<{ _id: number }>('bulk').insertOne({ _id: 1 });
    const first = await write(true, [1, 2]);
    expect(first.cursor.firstBatch).toEqual([taken(0, 1)]);
    expect(first).toMatchObject({
      ok: 1,
      nErrors: 1,
      nInserted: 0,
      nMatched: 0,
      nModified: 0,
      nUpserted: 0,
      nDeleted: 0,
    });
    const all = await write(false, [1, 3, 1]);
    expect(all.cursor.firstBatch).toEqual([taken(0, 1), { ok: 1, idx: 1, n: 1 }, taken(2, 1)]);
    expect(all).toMatchObject({ nErrors: 2, nInserted: 1 });
  });
});
