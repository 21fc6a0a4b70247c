import { Decimal128, type Document, Double, Long, MongoServerError, ObjectId } from 'mongodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { setUpMongo } from '../support/with-mongo';

const { client, db } = setUpMongo();
const things = () => db().collection<Document>('things');

beforeEach(async () => {
  await things().deleteMany({});
});

describe('inserting', () => {
  it('makes an _id and puts it first', async () => {
    await db().command({ insert: 'things', documents: [{ name: 'fil' }] });
    const stored = await things().findOne({ name: 'fil' });
    expect(Object.keys(stored ?? {})).toEqual(['_id', 'name']);
    expect(stored?._id).toBeInstanceOf(ObjectId);
  });

  it('stops an ordered batch at the first error and goes on with an unordered one', async () => {
    const id = new ObjectId();
    const batch = [{ _id: id }, { _id: id }, { _id: new ObjectId() }];
    const ordered = await db().command({ insert: 'things', documents: batch });
    expect(ordered).toMatchObject({ n: 1, writeErrors: [{ index: 1, code: 11000 }] });
    expect(await things().countDocuments()).toBe(1);
    const unordered = await db().command({ insert: 'things', documents: batch, ordered: false });
    expect(unordered).toMatchObject({ n: 1, writeErrors: [{ index: 0 }, { index: 1 }] });
  });

  it('keeps the number types apart', async () => {
    const stored = {
      int: 1,
      long: Long.fromString('9007199254740993'),
      double: new Double(1),
      decimal: Decimal128.fromString('1.10'),
    };
    await things().insertOne(stored);
    const [found] = await things().find({}, { promoteValues: false }).toArray();
    expect(found?.long).toEqual(stored.long);
    expect(found?.double).toEqual(stored.double);
    expect(String(found?.decimal)).toBe('1.10');
    expect(await things().countDocuments({ int: { $type: 'int' }, double: { $type: 'double' } })).toBe(1);
  });

  it('refuses an array as _id', async () => {
    await expect(things().insertOne({ _id: [1] } as never)).rejects.toMatchObject({ code: 53 });
  });
});

describe('finding', () => {
  it('sorts, skips, limits and reads in batches', async () => {
    await things().insertMany(Array.from({ length: 250 }, (_, n) => ({ n: 249 - n })));
    const all = await things().find().sort({ n: 1 }).toArray();
    expect(all.map(({ n }) => n)).toEqual(Array.from({ length: 250 }, (_, n) => n));
    const page = await things().find().sort({ n: -1 }).skip(10).limit(5).batchSize(2).toArray();
    expect(page.map(({ n }) => n)).toEqual([239, 238, 237, 236, 235]);
  });

  it('answers 101 documents first and closes a killed cursor', async () => {
    await things().insertMany(Array.from({ length: 150 }, (_, n) => ({ n })));
    const first = await db().command({ find: 'things', filter: {} });
    expect(first.cursor.firstBatch).toHaveLength(101);
    const killed = await db().command({ killCursors: 'things', cursors: [first.cursor.id] });
    expect(killed.cursorsKilled).toHaveLength(1);
    const more = db().command({ getMore: Long.fromValue(first.cursor.id), collection: 'things' });
    await expect(more).rejects.toMatchObject({ code: 43, codeName: 'CursorNotFound' });
  });

  it('finds by a unique key as by any other condition', async () => {
    const named = db().collection<{ _id: string | number; n: number }>('named');
    await named.insertMany([
      { _id: 'Robe', n: 1 },
      { _id: 7, n: 2 },
    ]);
    expect(await named.findOne({ _id: 'Robe' })).toEqual({ _id: 'Robe', n: 1 });
    expect(await named.findOne({ _id: new Double(7) as never }, { projection: { n: 1, _id: 0 } })).toEqual({ n: 2 });
    expect(await named.findOne({ _id: 'robe' })).toBeNull();
    expect(await named.findOne({ _id: 'robe' }, { collation: { locale: 'fr', strength: 2 } })).toMatchObject({ n: 1 });
    expect(await named.findOne({ _id: 'Robe', n: 2 })).toBeNull();
    expect(await named.find({ _id: 'Robe' }).skip(1).toArray()).toEqual([]);
    const opened = await db().command({ find: 'named', filter: { _id: 'Robe' }, batchSize: 0 });
    expect(opened.cursor.firstBatch).toEqual([]);
    const more = await db().command({ getMore: Long.fromValue(opened.cursor.id), collection: 'named' });
    expect(more.cursor).toMatchObject({ nextBatch: [{ _id: 'Robe' }] });
    // Two values that share their bytes in the index are told apart.
    const large = Long.fromString('9007199254740993');
    await named.insertOne({ _id: large as never, n: 3 });
    expect(await named.findOne({ _id: 9007199254740992 })).toBeNull();
    expect(await named.findOne({ _id: large as never })).toMatchObject({ n: 3 });
  });

  it('counts and lists distinct values', async () => {
    await things().insertMany([{ tags: ['a', 'b'] }, { tags: 'b' }, {}]);
    expect(await things().distinct('tags')).toEqual(expect.arrayContaining(['a', 'b']));
    expect(await things().countDocuments({ tags: 'b' })).toBe(2);
    expect(await things().estimatedDocumentCount()).toBe(3);
  });
});

describe('updating', () => {
  it('inserts the equalities of the filter on upsert', async () => {
    const result = await things().updateOne({ a: 1, b: { $gt: 2 } }, { $set: { c: 3 } }, { upsert: true });
    expect(result).toMatchObject({ matchedCount: 0, upsertedCount: 1 });
    expect(await things().findOne({ _id: result.upsertedId! })).toEqual({ _id: result.upsertedId, a: 1, c: 3 });
  });

  it('tells a match without a change from a change', async () => {
    await things().insertOne({ a: 1 });
    expect(await things().updateOne({ a: 1 }, { $set: { a: 1 } })).toMatchObject({ matchedCount: 1, modifiedCount: 0 });
  });

  it('refuses to change an _id and to mix operators with fields', async () => {
    await things().insertOne({ a: 1 });
    await expect(things().updateOne({ a: 1 }, { $set: { _id: 5 } } as never)).rejects.toMatchObject({ code: 66 });
    const mixed = await db().command({ update: 'things', updates: [{ q: {}, u: { $set: { a: 1 }, b: 2 } }] });
    expect(mixed.writeErrors).toMatchObject([{ code: 9 }]);
  });

  it('answers the version before or after with findOneAndUpdate', async () => {
    await things().insertOne({ n: 1 });
    expect(await things().findOneAndUpdate({}, { $inc: { n: 1 } }, { projection: { _id: 0 } })).toEqual({ n: 1 });
    const after = { returnDocument: 'after', projection: { _id: 0 } } as const;
    expect(await things().findOneAndUpdate({}, { $inc: { n: 1 } }, after)).toEqual({ n: 3 });
    expect(await things().findOneAndDelete({}, { projection: { _id: 0 } })).toEqual({ n: 3 });
    expect(await things().findOneAndDelete({})).toBeNull();
  });

  it('loses no increment of writers side by side', async () => {
    const { insertedId } = await things().insertOne({ n: 0 });
    await Promise.all(Array.from({ length: 30 }, () => things().updateOne({ _id: insertedId }, { $inc: { n: 1 } })));
    expect(await things().findOne({ _id: insertedId })).toMatchObject({ n: 30 });
  });
});

describe('writes of several kinds at once', () => {
  it('runs a bulkWrite of a collection', async () => {
    const result = await things().bulkWrite([
      { insertOne: { document: { a: 1 } } },
      { updateOne: { filter: { a: 2 }, update: { $set: { b: 1 } }, upsert: true } },
      { updateMany: { filter: {}, update: { $inc: { n: 1 } } } },
      { deleteOne: { filter: { a: 1 } } },
    ]);
    expect(result).toMatchObject({
      insertedCount: 1,
      upsertedCount: 1,
      matchedCount: 2,
      modifiedCount: 2,
      deletedCount: 1,
    });
  });

  it('runs a bulkWrite of the client over several collections', async (context) => {
    const { maxWireVersion } = await db().admin().command({ hello: 1 });
    if (maxWireVersion < 25) context.skip();
    const namespace = (name: string) => `${db().databaseName}.${name}`;
    const result = await client().bulkWrite<Record<string, Document>>(
      [
        { name: 'insertOne', namespace: namespace('things'), document: { a: 1 } },
        { name: 'insertOne', namespace: namespace('others'), document: { a: 1 } },
        { name: 'updateOne', namespace: namespace('things'), filter: { a: 1 }, update: { $set: { a: 2 } } },
        { name: 'deleteMany', namespace: namespace('others'), filter: {} },
      ],
      { verboseResults: true },
    );
    expect(result).toMatchObject({ insertedCount: 2, matchedCount: 1, modifiedCount: 1, deletedCount: 1 });
    expect(result.updateResults?.get(2)).toMatchObject({ matchedCount: 1, modifiedCount: 1 });
  });
});

describe('what is refused', () => {
  it.each([
    ['a command there is none of', { frobnicate: 1 }, 59],
    ['a field a command has not', { ping: 1, frobnicate: 1 }, 40415],
    ['a field of a wrong type', { find: 'things', filter: 5 }, 14],
    ['an unknown operator', { find: 'things', filter: { a: { $frobnicate: 1 } } }, 2],
    ['an unknown stage', { aggregate: 'things', pipeline: [{ $frobnicate: 1 }], cursor: {} }, 40324],
    ['a pipeline without a cursor', { aggregate: 'things', pipeline: [] }, 9],
    ['a negative limit', { find: 'things', filter: {}, limit: -1 }, 51024],
    ['an empty batch', { insert: 'things', documents: [] }, 16],
    ['a bad hint', { find: 'things', filter: {}, hint: 'nowhere' }, 2],
    ['an impossible collection name', { create: 'a$b' }, 73],
  ])('refuses %s', async (_, command, code) => {
    await things().insertOne({ a: 1 });
    const failure = await db()
      .command(command)
      .then(
        () => undefined,
        (error: unknown) => error,
      );
    expect(failure).toBeInstanceOf(MongoServerError);
    expect(failure).toMatchObject({ code });
  });

  it('reports a write concern nobody can fulfil beside the result', async () => {
    const reply = await db()
      .command({ insert: 'things', documents: [{ a: 1 }], writeConcern: { w: 9, wtimeout: 200 } })
      .catch((error: { result?: unknown }) => error.result);
    expect(reply).toMatchObject({ n: 1, writeConcernError: { code: expect.any(Number) as number } });
    expect(await things().countDocuments({ a: 1 })).toBe(1);
  });
});

describe('a delete of very many', () => {
  it('removes them all and nothing else, and others have their turn meanwhile', async () => {
    await things().insertMany(Array.from({ length: 1_700 }, (_, n) => ({ n, kept: n % 17 === 0 })));
    const removing = things().deleteMany({ kept: false });
    const over = removing.then(() => null);
    const seen: number[] = [];
    for (;;) {
      const left = await Promise.race([over, things().countDocuments({ kept: false })]);
      if (left === null) break;
      seen.push(left);
    }
    expect((await removing).deletedCount).toBe(1_600);
    expect(seen.filter((left) => left > 0 && left < 1_600)).not.toEqual([]);
    expect(await things().countDocuments({})).toBe(100);
    expect((await things().deleteMany({})).deletedCount).toBe(100);
  });

  it('is one with what a transaction does besides', async () => {
    await things().insertMany(Array.from({ length: 1_200 }, (_, n) => ({ n })));
    await expect(
      db().client.withSession((session) =>
        session.withTransaction(async () => {
          expect((await things().deleteMany({}, { session })).deletedCount).toBe(1_200);
          throw new Error('thought better of it');
        }),
      ),
    ).rejects.toThrow('thought better of it');
    expect(await things().countDocuments({})).toBe(1_200);
  });
});

describe('an update of very many', () => {
  it('changes each once, none that has ceased to match, and others have their turn meanwhile', async () => {
    await things().createIndex({ n: 1 });
    await things().insertMany(Array.from({ length: 1_700 }, (_, n) => ({ n, kept: n % 17 === 0 })));
    // What is changed is what the documents are found by: none may be met again under its new value.
    const updating = things().updateMany({ n: { $gte: 0 }, kept: false }, { $inc: { n: 10_000 } });
    const over = updating.then(() => null);
    const seen: number[] = [];
    let last: Document | null = null;
    for (;;) {
      const done = await Promise.race([over, things().countDocuments({ n: { $gte: 10_000 } })]);
      if (done === null) break;
      seen.push(done);
      if (done > 0 && !last) last = await things().findOneAndUpdate({ n: 1_699 }, { $set: { kept: true } });
    }
    const { matchedCount, modifiedCount } = await updating;
    expect(seen.filter((done) => done > 0 && done < 1_599)).not.toEqual([]);
    expect(last).not.toBeNull();
    expect([matchedCount, modifiedCount]).toEqual([1_599, 1_599]);
    expect(await things().countDocuments({ n: { $gte: 10_000, $lt: 11_700 }, kept: false })).toBe(1_599);
    expect(await things().countDocuments({ n: { $lt: 1_700 }, kept: true })).toBe(101);
    await things().dropIndex('n_1');
  });

  it('leaves what it changed before an error, and counts nothing of it', async () => {
    await things().insertMany(Array.from({ length: 1_200 }, (_, n) => ({ n: n === 900 ? 'many' : n })));
    const reply = await db().command({
      update: 'things',
      updates: [{ q: {}, u: { $inc: { n: 5_000 } }, multi: true }],
    });
    expect(reply).toMatchObject({ n: 0, nModified: 0, writeErrors: [{ index: 0, code: 14 }] });
    expect(await things().countDocuments({ n: { $gte: 5_000 } })).toBe(900);
  });

  it('makes one where there is none, and is one with what a transaction does besides', async () => {
    const { upsertedCount } = await things().updateMany({ n: 1 }, { $set: { made: true } }, { upsert: true });
    expect(upsertedCount).toBe(1);
    await things().insertMany(Array.from({ length: 1_200 }, (_, n) => ({ n })));
    await expect(
      db().client.withSession((session) =>
        session.withTransaction(async () => {
          const { modifiedCount } = await things().updateMany({}, { $set: { seen: true } }, { session });
          expect(modifiedCount).toBe(1_201);
          throw new Error('thought better of it');
        }),
      ),
    ).rejects.toThrow('thought better of it');
    expect(await things().countDocuments({ seen: true })).toBe(0);
  });
});
