import fc from 'fast-check';
import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { leaving, STORED } from '@/lib/db/leaves';
import { stored } from '@/lib/orders/documents';

const inner = z.object({ id: STORED.id, name: z.string(), at: STORED.moment.optional() });
const shape = z.object({
  n: z.number(),
  by: inner.optional(),
  all: z.array(inner),
  ids: z.array(STORED.id),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  data: z.record(z.string(), z.unknown()),
});

const moment = fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true });
const id = fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => new ObjectId(bytes));
const person = fc.record({ id, name: fc.string(), at: moment }, { requiredKeys: ['id', 'name'] });
const document = fc.record(
  {
    n: fc.integer(),
    by: person,
    all: fc.array(person, { maxLength: 4 }),
    ids: fc.array(id, { maxLength: 4 }),
    values: fc.dictionary(
      fc.string().filter((key) => key !== '__proto__'),
      fc.oneof(fc.string(), fc.integer(), fc.boolean()),
    ),
    data: fc.constant({ any: [1, 'two'] }),
  },
  { requiredKeys: ['n', 'all', 'ids', 'values', 'data'] },
);

describe('what leaves of a document', () => {
  it('is what its codecs encode', () => {
    const write = leaving(shape);
    fc.assert(
      fc.property(document, (one) => {
        expect(write(one)).toEqual(z.encode(shape, one));
      }),
    );
  });

  it('is what the shape names and nothing else', () => {
    const kept = { id: new ObjectId(), name: 'Awa', password: 'secret' };
    expect(leaving(stored.person)(kept)).toEqual({ id: kept.id.toHexString(), name: 'Awa' });
  });

  it('is not held back by an old value that would not be taken in today', () => {
    const payment = { n: 1, kind: 'deposit', method: 'cheque', amount: { amount: 1, currency: 'EUR' } } as never;
    expect(leaving(stored.payment)(payment)).toMatchObject({ method: 'cheque' });
  });

  it('cannot be told of a shape that hides a leaf', () => {
    expect(() => leaving(z.object({ either: z.tuple([STORED.id]) }))).toThrow('STORED');
  });
});
