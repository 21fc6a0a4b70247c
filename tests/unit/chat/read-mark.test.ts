import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstUnseen, isInSight, readMark } from '@/components/chat/read-mark';

const thread = fc
  .record({ first: fc.integer({ min: 1, max: 30 }), own: fc.array(fc.boolean(), { minLength: 1, maxLength: 40 }) })
  .map(({ first, own }) => own.map((one, index) => ({ seq: first + index, own: one })));

describe('how far one has read', () => {
  it.each([
    ['all seen', [1, 2, 3], 0, 3, 3],
    ['the newest seen, one before it not', [1, 3], 0, 3, 1],
    ['nothing seen', [], 0, 3, 0],
    ['only what lies above was seen', [2, 3], 0, 3, 0],
  ])('%s', (_name, seen, from, unread, mark) => {
    const items = [1, 2, 3].map((seq) => ({ seq, own: false }));
    expect(readMark(items, new Set(seen), from, unread)).toBe(mark);
  });

  it('own words need not be seen, and do not move the mark by themselves', () => {
    const items = [1, 2, 3, 4].map((seq) => ({ seq, own: seq < 4 }));
    expect(readMark(items, new Set(), 0, 1)).toBe(0);
    expect(readMark(items, new Set([4]), 0, 1)).toBe(4);
  });

  it('skips what is not loaded only where every unread message is loaded', () => {
    const items = [61, 62].map((seq) => ({ seq, own: false }));
    expect(readMark(items, new Set([61, 62]), 0, 2)).toBe(62);
    expect(readMark(items, new Set([61, 62]), 0, 3)).toBe(0);
  });

  it('never passes an unseen message of the other person, and never goes back', () => {
    fc.assert(
      fc.property(thread, fc.array(fc.nat(80)), fc.nat(60), fc.nat(40), (items, list, from, unread) => {
        const seen = new Set(list);
        const mark = readMark(items, seen, from, unread);
        expect(mark).toBeGreaterThanOrEqual(from);
        for (const one of items)
          if (!one.own && one.seq > from && one.seq <= mark) expect(seen.has(one.seq)).toBe(true);
        const next = firstUnseen(items, seen, from);
        if (next !== undefined) expect(mark).toBeLessThan(next);
      }),
    );
  });
});

describe('what is in sight', () => {
  const view = { top: 100, bottom: 700 };
  it.each([
    ['wholly', { top: 200, bottom: 240 }, true],
    ['its lower half', { top: 80, bottom: 120 }, true],
    ['a sliver', { top: 60, bottom: 110 }, false],
    ['above', { top: 0, bottom: 100 }, false],
    ['below', { top: 700, bottom: 800 }, false],
    ['taller than the window, a third of it', { top: -900, bottom: 300 }, true],
    ['taller than the window, its edge', { top: -900, bottom: 150 }, false],
  ])('%s', (_name, message, seen) => {
    expect(isInSight(message, view)).toBe(seen);
  });
});
