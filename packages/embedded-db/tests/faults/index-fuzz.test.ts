import fc from 'fast-check';
import type { Document, Filter } from 'mongodb';
import { expect, it } from 'vitest';
import { faultRounds } from '../support/fault-rounds';
import { setUpMongo } from '../support/with-mongo';

const QUERIES = faultRounds('FUZZ_QUERIES', { brief: 200, full: 3000 });

const { db } = setUpMongo();

const value = fc.oneof(
  fc.constantFrom<unknown>(null, 0, 1, 2, 1.5, -3, 'a', 'b', 'ab', '', true, false),
  fc.constantFrom<unknown>(new Date(0), [], [1], [1, 2], ['a', null], { x: 1 }, [[1]], [{ x: 1 }, { x: 'a' }]),
);
const field = fc.constantFrom('a', 'b', 'c', 'c.x');
const document = fc.record(
  {
    a: value,
    b: value,
    c: fc.oneof(value, fc.record({ x: value })),
    n: fc.nat(4),
    m: fc.constantFrom(0, 1, 2.5, NaN),
    t: fc.constantFrom('a', 'ab', 'b'),
  },
  { requiredKeys: ['n'] },
);
const condition = fc.oneof(
  value,
  fc.record({ $gt: value, $lte: value }, { requiredKeys: ['$gt'] }),
  fc.record({ $gte: value, $lt: value }, { requiredKeys: ['$lt'] }),
  fc.record({ $in: fc.array(value, { minLength: 1, maxLength: 3 }) }),
  fc.record({ $ne: value }),
  fc.record({ $exists: fc.boolean() }),
  fc.record({ $elemMatch: fc.record({ $gt: value, $lt: value }) }),
);
const simple = fc.dictionary(field, condition, { minKeys: 1, maxKeys: 3 });
/** What an index may answer alone, and what is nearly so. */
const plainCondition = fc.oneof(
  fc.nat(4),
  fc.constantFrom<unknown>('a', 'ab', 2.5, null),
  fc.record({ $gte: fc.nat(3) }),
  fc.record({ $lte: fc.constantFrom<unknown>(1, 2.5, 'ab') }),
  fc.record({ $gt: fc.nat(3) }),
  fc.record({ $in: fc.array(fc.constantFrom<unknown>(0, 1, 2.5, 'a', 'b', null), { maxLength: 3 }) }),
);
const plainFilter = fc.dictionary(fc.constantFrom('n', 'm', 't'), plainCondition, { minKeys: 1 });
const filter = fc.oneof(
  plainFilter,
  fc.record({ $and: fc.array(plainFilter, { minLength: 1, maxLength: 2 }) }),
  simple,
  fc.record({ $or: fc.array(simple, { minLength: 1, maxLength: 2 }) }),
  fc.record({ $and: fc.tuple(fc.record({ $or: fc.array(simple, { minLength: 1, maxLength: 2 }) }), simple) }),
  fc.record({ a: condition, $and: fc.array(simple, { minLength: 1, maxLength: 2 }) }),
);
const sort = fc.constantFrom<Record<string, 1 | -1>>(
  {},
  { a: 1 },
  { a: -1 },
  { a: 1, b: -1 },
  { b: 1, a: 1 },
  { 'c.x': 1 },
  { n: 1 },
  { n: -1 },
  { a: 1, n: -1 },
);
it(`answers ${QUERIES} random queries alike with and without indexes`, async () => {
  const [plain, indexed] = [db().collection<Document>('fuzzPlain'), db().collection<Document>('fuzzIndexed')];
  await indexed.createIndexes([
    { key: { a: 1 } },
    { key: { a: -1, b: 1 } },
    { key: { b: 1, a: 1 } },
    { key: { 'c.x': 1 } },
    // Whose last fields are no lists: what is found by an element of one is read in their order.
    { key: { a: 1, _id: 1 } },
    { key: { b: 1, n: 1, _id: 1 } },
    { key: { a: 1, b: 1, n: -1, _id: 1 } },
    { key: { 'c.x': 1, n: -1, _id: -1 } },
    { key: { t: 1 } },
    { key: { n: 1, m: -1, t: 1 } },
    { key: { b: -1 }, sparse: true, name: 'sparse' },
    { key: { c: 1 }, partialFilterExpression: { a: { $gte: 1 } } },
  ]);
  for (const one of fc.sample(document, { numRuns: 120, seed: 1 })) {
    try {
      const { insertedId } = await indexed.insertOne({ ...one });
      await plain.insertOne({ ...one, _id: insertedId });
    } catch (error) {
      // Two arrays cannot share an entry of a compound index.
      expect(error).toMatchObject({ code: 171 });
    }
  }
  const ask = fc.asyncProperty(filter, sort, async (query, order) => {
    const options = { sort: { ...order, _id: 1 as const } };
    const answer = async (from: typeof plain) =>
      from
        .find(query as Filter<Document>, options)
        .map(({ _id }) => String(_id))
        .toArray()
        .catch((error: { code: number }) => error.code);
    expect(await answer(indexed)).toEqual(await answer(plain));
    const unsorted = { sort: order };
    const set = async (from: typeof plain) =>
      from
        .find(query as Filter<Document>, unsorted)
        .map(({ _id }) => String(_id))
        .toArray()
        .then(
          (ids) => ids.sort(),
          (error: { code: number }) => error.code,
        );
    expect(await set(indexed)).toEqual(await set(plain));
    const count = async (from: typeof plain) =>
      from.countDocuments(query as Filter<Document>).catch((error: { code: number }) => error.code);
    expect(await count(indexed)).toEqual(await count(plain));
  });
  await fc.assert(ask, { numRuns: QUERIES });
}, 600_000);
