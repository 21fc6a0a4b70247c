import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MessageDto } from '@/lib/chat/schemas';
import {
  addOlder,
  firstOf,
  hasNewer,
  hear,
  lastOf,
  missingIn,
  moveTo,
  openLog,
  rebase,
  type ThreadLog,
} from '@/lib/http/thread-log';

const message = (seq: number, content = `word ${seq}`): MessageDto => ({
  id: `m${seq}`,
  conversationId: 'c',
  seq,
  senderId: seq % 2 ? 'awa' : 'claire',
  recipientId: null,
  clientMessageId: `k${seq}`,
  type: 'text',
  intent: 'message',
  content,
  attachments: [],
  createdAt: '2026-11-29T10:00:00.000Z',
});
const range = (from: number, to: number): MessageDto[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, n) => message(from + n));
const seqs = (log: ThreadLog): number[] => log.items.map((one) => one.seq);

describe('a log', () => {
  it('keeps back what lies above a hole, and shows it once the hole is filled', () => {
    const before = openLog({ items: range(1, 3), head: 3 });
    const holed = hear(before, [message(5)]);
    expect(seqs(holed)).toEqual([1, 2, 3]);
    expect(missingIn(holed), 'the one above the hole is here').toBe(1);
    const filled = hear(holed, [message(4)]);
    expect(seqs(filled)).toEqual([1, 2, 3, 4, 5]);
    expect(missingIn(filled)).toBe(0);
  });

  it('knows of a hole from a number alone', () => {
    expect(missingIn(hear(openLog({ items: range(1, 3), head: 3 }), [], 7))).toBe(4);
  });

  it('starts an empty conversation at its first word only', () => {
    const empty = openLog({ items: [], head: 0 });
    expect(seqs(hear(empty, [message(2)]))).toEqual([]);
    expect(seqs(hear(hear(empty, [message(2)]), [message(1)]))).toEqual([1, 2]);
  });

  it('is the same object when nothing new came', () => {
    const log = openLog({ items: range(4, 9), head: 9 });
    expect(hear(log, range(2, 8))).toBe(log);
  });

  it('keeps the last change of a message, whatever page of before arrives after it', () => {
    const changed = { ...message(6, 'changed'), changedAt: '2026-11-29T10:00:00.000Z' };
    const later = { ...message(6, 'later'), changedAt: '2026-11-29T10:00:01.000Z' };
    const log = hear(openLog({ items: range(4, 9), head: 9 }), [later]);
    expect(hear(log, [changed, message(6)])).toBe(log);
    expect(rebase(log, { items: range(4, 9), head: 9 }).items[2]).toEqual(later);
    const ahead = hear(openLog({ items: range(1, 4), head: 4 }), [later, changed]);
    expect(hear(ahead, range(5, 5)).items[5]).toEqual(later);
  });

  it('shows a message that changed as it is now', () => {
    const log = hear(openLog({ items: range(4, 9), head: 9 }), [message(6, 'changed')]);
    expect(log.items[2]?.content).toBe('changed');
    expect(seqs(log)).toEqual([4, 5, 6, 7, 8, 9]);
  });

  it('refuses an older page that does not join on', () => {
    const log = openLog({ items: range(40, 50), head: 50 });
    expect(addOlder(log, { items: range(10, 20), head: 50 })).toBe(log);
    expect(firstOf(addOlder(log, { items: range(30, 45), head: 50 }))).toBe(30);
  });

  it('reads an older place without taking the rest for a hole, and follows again at the end', () => {
    const log = moveTo(openLog({ items: range(400, 500), head: 500 }), { items: range(1, 100), head: 500 });
    expect(missingIn(log)).toBe(0);
    expect(hasNewer(log)).toBe(true);
    const live = hear(log, [message(501)]);
    expect(lastOf(live)).toBe(100);
    expect(live.known).toBe(501);
    const down = hear(live, range(101, 501));
    expect(down.following).toBe(true);
    expect(missingIn(hear(down, [message(503)]))).toBe(1);
  });
});

/** What may happen to a page, in any order: each step asks the house as it is at that moment. */
const step = fc.oneof(
  fc.record({ kind: fc.constant('write' as const), heard: fc.boolean() }),
  fc.record({ kind: fc.constant('again' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('head' as const) }),
  fc.record({ kind: fc.constant('older' as const), size: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ kind: fc.constant('after' as const), size: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ kind: fc.constant('newest' as const), size: fc.integer({ min: 1, max: 9 }), late: fc.nat(4) }),
  fc.record({ kind: fc.constant('around' as const), at: fc.nat(), size: fc.integer({ min: 1, max: 9 }) }),
);

describe('whatever comes, in whatever order', () => {
  it('what is shown has no hole, no double, and is what the house has; filling it leads to the newest word', () => {
    fc.assert(
      fc.property(
        fc.nat(30),
        fc.integer({ min: 1, max: 40 }),
        fc.array(step, { maxLength: 60 }),
        (begun, page, steps) => {
          let head = begun;
          let log = openLog({ items: range(Math.max(1, head - page + 1), head), head });
          for (const one of steps) {
            const before = log;
            if (one.kind === 'write') {
              head += 1;
              if (one.heard) log = hear(log, [message(head)]);
            } else if (one.kind === 'again' && head > 0) log = hear(log, [message((one.at % head) + 1)]);
            else if (one.kind === 'head') log = hear(log, [], head);
            else if (one.kind === 'older' && firstOf(log) > 1)
              log = addOlder(log, { items: range(Math.max(1, firstOf(log) - one.size), firstOf(log) - 1), head });
            else if (one.kind === 'after')
              log = hear(log, range(lastOf(log) + 1, Math.min(head, lastOf(log) + one.size)), head);
            else if (one.kind === 'newest') {
              // The answer may be as old as a few messages when it arrives.
              const then = Math.max(0, head - one.late);
              log = rebase(log, { items: range(Math.max(1, then - one.size + 1), then), head: then });
            } else if (one.kind === 'around' && head > 0) {
              const at = (one.at % head) + 1;
              log = moveTo(log, { items: range(at, Math.min(head, at + one.size)), head });
            }
            const shown = seqs(log);
            expect(shown).toEqual(
              range(firstOf(log), lastOf(log))
                .slice(0, shown.length)
                .map(({ seq }) => seq),
            );
            if (shown.length > 0) expect(log.items).toEqual(range(firstOf(log), lastOf(log)));
            expect(log.known).toBeGreaterThanOrEqual(lastOf(log));
            expect(log.known).toBeLessThanOrEqual(head);
            if (one.kind !== 'around' && one.kind !== 'newest')
              expect(lastOf(log)).toBeGreaterThanOrEqual(lastOf(before));
            if (one.kind === 'newest') expect(log.following).toBe(true);
          }
          log = hear({ ...log, following: true }, [], head);
          for (let turns = 0; missingIn(log) > 0; turns += 1) {
            expect(turns).toBeLessThan(head + 1);
            log = hear(log, range(lastOf(log) + 1, Math.min(head, lastOf(log) + 3)), head);
          }
          expect(lastOf(log)).toBe(head);
        },
      ),
      { numRuns: 500 },
    );
  });
});
