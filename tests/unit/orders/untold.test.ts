import fc from 'fast-check';
import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { STAGES } from '@/lib/house/stages';
import type { OrderDocument } from '@/lib/orders/documents';
import { toldEvent } from '@/lib/orders/told-event';
import { asTold, type Before, putBack, undoable, UNTOLD_MS, type UntoldMove, withoutNewest } from '@/lib/orders/untold';

const T0 = new Date('2026-11-30T10:00:00Z');
const order = {
  stage: 'confirmed',
  stageSince: T0,
  revision: 2,
  quotes: [{ n: 1, status: 'open' }],
  cuttingApprovals: [],
  payments: [],
} as unknown as OrderDocument;

/** What a move may do to an order. */
const change = fc.record({
  stage: fc.constantFrom(...STAGES),
  revision: fc.boolean(),
  delivered: fc.constantFrom('set', 'drop', 'leave'),
  held: fc.boolean(),
  quotes: fc.boolean(),
});

function moved(
  was: OrderDocument,
  by: typeof change extends fc.Arbitrary<infer T> ? T : never,
  at: Date,
): OrderDocument {
  const before: Before = { stage: was.stage, stageSince: was.stageSince };
  const next: OrderDocument = { ...was, stage: by.stage, stageSince: at };
  if (by.revision) [before.revision, next.revision] = [was.revision, was.revision + 1];
  if (by.delivered !== 'leave') before.deliveredAt = was.deliveredAt ?? null;
  if (by.delivered === 'set') next.deliveredAt = at;
  if (by.delivered === 'drop') delete next.deliveredAt;
  if (by.held) {
    before.onHold = was.onHold ?? null;
    delete next.onHold;
  }
  if (by.quotes) {
    before.openQuotes = was.quotes.flatMap(({ n, status }) => (status === 'open' ? [n] : []));
    next.quotes = was.quotes.map((quote) => (quote.status === 'open' ? { ...quote, status: 'superseded' } : quote));
  }
  const move: UntoldMove = { id: new ObjectId(), also: [], at, before };
  next.untold = {
    tellAt: new Date(at.getTime() + UNTOLD_MS),
    stage: was.untold?.stage ?? was.stage,
    moves: [...(was.untold?.moves ?? []), move],
  };
  return next;
}

const known = ({ untold: _, ...rest }: OrderDocument) => rest;

describe('moves that nobody was told of', () => {
  it('however many and whichever they are, the client knows the order as it was; undone one by one it is so again', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 6 }), fc.boolean(), (changes, held) => {
        const start = held ? { ...order, onHold: { reason: 'x', since: T0 } } : order;
        const states = [start];
        changes.forEach((one, index) => {
          const last = states.at(-1) ?? start;
          states.push(moved(last, one, new Date(T0.getTime() + index * 1000)));
        });
        for (const state of states) expect(known(asTold(state))).toEqual(known(start));
        let last = states.at(-1) ?? start;
        for (const earlier of states.slice(0, -1).reverse()) {
          const newest = last.untold?.moves.at(-1);
          if (!newest || !last.untold) throw new Error('a move was made');
          last = { ...putBack(last, newest), untold: withoutNewest(last.untold) };
          expect(known(last)).toEqual(known(earlier));
          expect(last.untold).toEqual(earlier.untold);
        }
      }),
    );
  });

  it('what happened since is not the move’s: a payment, a new pause, a sheet of the newer number stay', () => {
    const late = moved(order, { stage: 'ready', revision: true, delivered: 'leave', held: false, quotes: false }, T0);
    const since = {
      ...late,
      payments: [{ n: 1 }],
      onHold: { reason: 'neu', since: T0 },
      cuttingApprovals: [{ sheet: { revision: 3 } }],
    } as unknown as OrderDocument;
    const [move] = since.untold?.moves ?? [];
    if (!move) throw new Error('a move was made');
    expect(putBack(since, move)).toMatchObject({
      stage: 'confirmed',
      payments: [{ n: 1 }],
      onHold: { reason: 'neu' },
      revision: 3,
    });
  });

  it('can be undone until its minute is over, and not a moment longer', () => {
    const late = moved(order, { stage: 'ready', revision: false, delivered: 'leave', held: false, quotes: false }, T0);
    const at = (ms: number) => undoable(late, new Date(T0.getTime() + ms));
    expect(at(0)).toBe(late.untold?.moves[0]);
    expect(at(UNTOLD_MS - 1)).toBe(late.untold?.moves[0]);
    expect([at(UNTOLD_MS), undoable(order, T0)]).toEqual([undefined, undefined]);
  });
});

describe('a move as it is told', () => {
  const event = { from: 'toile', to: 'patterning', note: 'Trop tôt.', data: { skipped: true } };

  it.each([
    ['alone', event, event],
    [
      'back from further on',
      { ...event, data: { toldFrom: 'measuring', skipped: true } },
      { from: 'measuring', to: 'patterning', data: { skipped: true } },
    ],
    [
      'back indeed',
      { ...event, data: { toldFrom: 'cutting' } },
      { from: 'cutting', to: 'patterning', note: 'Trop tôt.', data: {} },
    ],
  ])('%s', (_name, written, told) => expect(toldEvent(written)).toEqual(told));
});
