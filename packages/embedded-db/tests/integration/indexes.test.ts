import type { Document, Filter } from 'mongodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { setUpMongo } from '../support/with-mongo';

const { client, db } = setUpMongo();
let counter = 0;
let name = '';
const things = () => db().collection<Document>(name);
const stage = (plan: Document): Document => (plan.inputStage ? stage(plan.inputStage as Document) : plan);
const winning = async (filter: Filter<Document>, sort: Record<string, 1 | -1> = {}) =>
  (await things().find(filter).sort(sort).explain('executionStats')) as Document;

beforeEach(() => {
  name = `indexed${counter++}`;
});

describe('a unique index', () => {
  it('names the pattern and the value of a duplicate', async () => {
    await things().createIndex({ mail: 1, house: 1 }, { unique: true });
    await things().insertOne({ mail: 'a', house: 1 });
    await expect(things().insertOne({ mail: 'a', house: 1 })).rejects.toMatchObject({
      code: 11000,
      keyPattern: { mail: 1, house: 1 },
      keyValue: { mail: 'a', house: 1 },
    });
    await things().insertOne({ mail: 'a', house: 2 });
  });

  it('holds missing and null for the same, unless it is sparse', async () => {
    await things().createIndex({ code: 1 }, { unique: true });
    await things().insertOne({});
    await expect(things().insertOne({ code: null })).rejects.toMatchObject({ code: 11000 });
    await things().dropIndexes();
    await things().createIndex({ code: 1 }, { unique: true, sparse: true });
    await things().insertOne({});
  });

  it('counts only what a partial index covers', async () => {
    await things().createIndex({ code: 1 }, { unique: true, partialFilterExpression: { active: true } });
    await things().insertMany([{ code: 1 }, { code: 1 }, { code: 1, active: true }]);
    await expect(things().insertOne({ code: 1, active: true })).rejects.toMatchObject({ code: 11000 });
  });

  it('is refused when documents already break it', async () => {
    await things().insertMany([{ a: 1 }, { a: 1 }]);
    await expect(things().createIndex({ a: 1 }, { unique: true })).rejects.toMatchObject({ code: 11000 });
    expect(await things().indexes()).toHaveLength(1);
  });

  it('is another index than one on the same key that is not', async () => {
    await things().createIndex({ a: 1 });
    await things().createIndex({ a: 1 }, { unique: true, name: 'only' });
    await things().insertOne({ a: 1 });
    await expect(things().insertOne({ a: 1 })).rejects.toMatchObject({ code: 11000 });
    expect(await things().indexes()).toHaveLength(3);
    await expect(things().createIndex({ a: 1 }, { sparse: true, name: 'a_1' })).rejects.toMatchObject({ code: 86 });
    await expect(things().createIndex({ a: 1 }, { name: 'other' })).rejects.toMatchObject({ code: 85 });
    const expiring = things().createIndex({ a: 1 }, { expireAfterSeconds: 5 });
    await expect(expiring).rejects.toMatchObject({ code: 85 });
  });

  it('tells long texts apart that share their beginning', async () => {
    const start = 'x'.repeat(4000);
    await things().createIndex({ text: 1 }, { unique: true });
    await things().insertMany([{ text: `${start}a` }, { text: `${start}b` }]);
    await expect(things().insertOne({ text: `${start}a` })).rejects.toMatchObject({ code: 11000 });
    expect(await things().countDocuments({ text: `${start}b` })).toBe(1);
  });
});

describe('what indexes refuse', () => {
  it.each([
    ['two arrays in one entry', { a: 1, b: 1 }, {}, { a: [1], b: [2] }, 171],
    ['an empty key', {}, {}, undefined, 67],
    ['a TTL over two fields', { a: 1, b: 1 }, { expireAfterSeconds: 5 }, undefined, 67],
    ['sparse and partial at once', { a: 1 }, { sparse: true, partialFilterExpression: { a: 1 } }, undefined, 67],
    ['an unknown option', { a: 1 }, { frobnicate: true }, undefined, 197],
  ])('refuses %s', async (_, key, options, document, code) => {
    await things().insertOne({ z: 1 });
    const create = db().command({ createIndexes: name, indexes: [{ key, name: 'one', ...options }] });
    if (!document) return expect(create).rejects.toMatchObject({ code });
    await create;
    await expect(things().insertOne(document)).rejects.toMatchObject({ code });
  });

  it('refuses another index under a name or over a key that is taken', async () => {
    await things().createIndex({ a: 1 }, { name: 'one' });
    await things().createIndex({ a: 1 }, { name: 'one' });
    await expect(things().createIndex({ b: 1 }, { name: 'one' })).rejects.toMatchObject({ code: 86 });
    await expect(things().createIndex({ a: 1 }, { name: 'two' })).rejects.toMatchObject({ code: 85 });
  });
});

describe('a list of nothing', () => {
  it.each([
    ['by id', { _id: { $in: [] } }, 0],
    ['first in an index', { code: { $in: [] } }, 0],
    ['second in an index', { code: 1, house: { $in: [] } }, 0],
    ['inside $and', { $and: [{ code: { $in: [] } }, { house: 1 }] }, 0],
    ['beside another way in', { $or: [{ code: 1 }, { code: { $in: [] } }] }, 1],
  ])('matches nothing %s', async (_, filter, count) => {
    await things().createIndex({ code: 1, house: 1 });
    await things().insertOne({ code: 1, house: 1 });
    expect(await things().find(filter).sort({ code: 1 }).toArray()).toHaveLength(count);
  });
});

describe('explain', () => {
  it('shows the index and how little was looked at', async () => {
    await things().insertMany(Array.from({ length: 300 }, (_, n) => ({ kind: n % 3, n })));
    await things().createIndex({ kind: 1, n: -1 });
    const plan = await winning({ kind: 1, n: { $gte: 290 } }, { n: -1 });
    expect(stage(plan.queryPlanner.winningPlan as Document)).toMatchObject({
      stage: 'IXSCAN',
      indexName: 'kind_1_n_-1',
    });
    expect(plan.queryPlanner.winningPlan).not.toMatchObject({ stage: 'SORT' });
    expect(plan.executionStats).toMatchObject({ nReturned: 3, totalDocsExamined: 3 });
    expect(stage((await winning({ n: 5 })).queryPlanner.winningPlan as Document)).toMatchObject({ stage: 'COLLSCAN' });
  });

  it('walks an index in the order asked for below one element of a list, and below several values side by side', async () => {
    await things().insertMany(
      Array.from({ length: 400 }, (_, n) => ({ words: ['all', `w${n % 5}`], kind: `k${n % 8}`, n: (n * 37) % 400 })),
    );
    await things().createIndexes([{ key: { words: 1, n: -1 } }, { key: { kind: 1, n: -1 } }]);
    const asked: [Filter<Document>, number][] = [
      [{ words: 'all' }, 10],
      [{ words: { $in: ['w1', 'w3'] } }, 12],
      [{ kind: { $in: ['k1', 'k2', 'k6'] } }, 13],
    ];
    for (const [filter, most] of asked) {
      const find = () => things().find(filter).sort({ n: -1 }).limit(10);
      const plan = (await find().explain('executionStats')) as Document;
      expect(stage(plan.queryPlanner.winningPlan as Document)).toMatchObject({ stage: 'IXSCAN' });
      expect(plan.queryPlanner.winningPlan).not.toMatchObject({ stage: 'SORT' });
      expect((plan.executionStats as Document).totalDocsExamined).toBeLessThanOrEqual(most);
      const all = await things().find(filter).toArray();
      const wanted = all.map(({ n }) => n as number).sort((a, b) => b - a);
      expect((await find().toArray()).map(({ n }) => n as number)).toEqual(wanted.slice(0, 10));
    }
    // The list itself is sorted by its least element, not by the one that was asked for.
    expect((await winning({ words: 'w1' }, { words: 1 })).queryPlanner.winningPlan).toMatchObject({ stage: 'SORT' });
  });

  it('counts along an index without losing what the filter says beside it', async () => {
    await things().insertMany(
      Array.from({ length: 60 }, (_, n) => ({ _id: n, kind: n % 3, n })) as unknown as Document[],
    );
    await things().createIndexes([{ key: { kind: 1, n: 1 } }, { key: { n: 1 }, unique: true }]);
    const counts = (filter: Document) => things().countDocuments(filter as Filter<Document>);
    expect(await counts({ kind: 1, n: { $gte: 30 } })).toBe(10);
    expect(await counts({ kind: { $in: [0, 2] }, n: { $lte: 9 } })).toBe(7);
    expect(await counts({ kind: 1, n: 4 })).toBe(1);
    expect(await counts({ kind: 1, n: 5 })).toBe(0);
    expect(await counts({ _id: 4, kind: 2 })).toBe(0);
    expect(await things().findOne({ n: 4, kind: 2 })).toBeNull();
    await things().createIndex({ n: 1, kind: 1 }, { unique: true, name: 'pair' });
    await things().createIndex({ kind: 1, n: -1 }, { unique: true, name: 'kinds' });
    expect(await things().find({ kind: 1 }).toArray()).toHaveLength(20);
    expect(
      await things()
        .find({ n: { $in: [1, 2, 3] } })
        .toArray(),
    ).toHaveLength(3);
    expect(
      await things()
        .find({ n: { $gte: 50 } })
        .toArray(),
    ).toHaveLength(10);
    expect(
      await things()
        .find({ n: 4, kind: { $in: [0, 1, 2] } })
        .toArray(),
    ).toHaveLength(1);
    expect(await things().findOne({ _id: 4, kind: 2 } as unknown as Filter<Document>)).toBeNull();
  });

  it('finds no NaN below a number', async () => {
    await things().insertMany([{ n: Number.NaN }, { n: 1 }, { n: 9 }, { n: null }, {}]);
    await things().createIndex({ n: 1 });
    expect(await things().countDocuments({ n: { $lte: 5 } })).toBe(1);
    expect(await things().countDocuments({ n: { $gte: 5 } })).toBe(1);
    expect(await things().countDocuments({ n: Number.NaN })).toBe(1);
  });

  it('walks the index of a few documents rather than the one of all', async () => {
    await things().insertMany(
      Array.from({ length: 90 }, (_, n) => ({ room: 1, n, ...(n % 30 === 0 ? { files: [{ n }] } : {}) })),
    );
    await things().createIndexes([
      { key: { room: 1, n: 1 }, unique: true },
      { key: { room: 1, n: -1 }, name: 'few', partialFilterExpression: { 'files.0': { $exists: true } } },
    ]);
    const plan = await winning({ room: 1, 'files.0': { $exists: true } }, { n: -1 });
    expect(stage(plan.queryPlanner.winningPlan as Document)).toMatchObject({ indexName: 'few' });
    expect(plan.executionStats).toMatchObject({ nReturned: 3, totalDocsExamined: 3 });
    expect(plan.queryPlanner.winningPlan).not.toMatchObject({ stage: 'SORT' });
  });
});

describe('an index that is built while others read and write', () => {
  it('hides nothing from a transaction that began before it', async () => {
    await things().insertMany([{ a: 1 }, { a: 2 }, { a: 3 }]);
    const session = client().startSession();
    session.startTransaction();
    expect(await things().countDocuments({}, { session })).toBe(3);
    await things().createIndex({ a: 1 }, { unique: true });
    expect(await things().findOne({ a: 2 }, { session, projection: { _id: 0 } })).toEqual({ a: 2 });
    expect(
      await things()
        .find({ a: { $gte: 2 } }, { session, projection: { _id: 0 } })
        .sort({ a: -1 })
        .toArray(),
    ).toEqual([{ a: 3 }, { a: 2 }]);
    expect((await things().updateOne({ a: 1 }, { $set: { seen: true } }, { session, upsert: true })).matchedCount).toBe(
      1,
    );
    await session.commitTransaction();
    await session.endSession();
    expect(await things().countDocuments()).toBe(3);
  });

  it('never lets an upsert miss what is there', async () => {
    for (let round = 0; round < 25; round += 1) {
      name = `racing${round}`;
      const upserts = async () => {
        for (let n = 0; n < 12; n += 1)
          await things().findOneAndUpdate(
            { key: 'one', end: { $gt: 0 } },
            { $inc: { points: 1 }, $setOnInsert: { end: 9 } },
            { upsert: true },
          );
      };
      const built = async () => {
        await things().createIndex({ end: -1 });
        await things().createIndex({ key: 1 }, { unique: true });
      };
      await Promise.all([upserts(), built()]);
      expect(
        await things()
          .find({}, { projection: { _id: 0, points: 1 } })
          .toArray(),
        name,
      ).toEqual([{ points: 12 }]);
    }
  });
});
