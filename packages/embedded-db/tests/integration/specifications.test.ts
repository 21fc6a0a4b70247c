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
