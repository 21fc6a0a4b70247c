import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, dayStart, daysLater } from '@/lib/calendar';
import { EARLY_ENDS, PATH, type PathStage } from '@/lib/house/stages';
import { dayKey } from '@/lib/i18n/format';
import { shiftedDay } from '@/lib/tasks/shift-tasks';
import { stepsBehind } from '@/lib/tasks/stage-steps';
import { RETOUCHE_KEYS } from '@/lib/tasks/templates';

/** What each stage adds to what is behind, once an order has come to it. */
const ADDED: readonly [PathStage, readonly string[]][] = [
  ['requested', []],
  ['quoted', []],
  ['confirmed', []],
  ['measuring', []],
  ['patterning', ['measure']],
  ['toile', ['pattern']],
  ['cutting', ['cloth', 'toile']],
  ['assembly', ['cut']],
  ['fitting', ['boning', 'canvas', 'embroidery', 'assemble', 'lace', 'lining']],
  ['alterations', ['fitting']],
  ['finishing', ['secondFitting']],
  ['ready', ['buttonholes', 'hems', 'check', ...RETOUCHE_KEYS]],
];

describe('the steps behind a stage', () => {
  it.each(ADDED.map(([stage], index) => [stage, ADDED.slice(0, index + 1).flatMap(([, steps]) => steps)] as const))(
    'at %s are those of the stages before it',
    (stage, steps) => {
      expect([...stepsBehind(stage)].sort()).toEqual([...steps].sort());
    },
  );

  it('are all of them once the order is over, and the table knows every stage', () => {
    for (const stage of ['delivered', ...EARLY_ENDS] as const) expect(stepsBehind(stage)).toBe('all');
    expect(ADDED.map(([stage]) => stage)).toEqual(PATH.filter((stage) => stage !== 'delivered'));
  });
});

describe('a task whose order is promised another day', () => {
  const at = (day: string) => new Date(`${day}T12:00:00Z`);
  const NOW = new Date('2026-11-30T09:00:00Z');

  it.each([
    ['later, along with it', '2026-12-03', 7, 'all', '2026-12-10'],
    ['later, but not what is late already', '2026-11-20', 7, 'fromToday', '2026-11-20'],
    ['later, what is late too', '2026-11-20', 14, 'all', '2026-12-04'],
    ['later, what is due today', '2026-11-30', 1, 'fromToday', '2026-12-01'],
    ['not at all', '2026-12-03', 7, 'none', '2026-12-03'],
    ['earlier, along with it', '2026-12-18', -7, 'fromToday', '2026-12-11'],
    ['earlier, today at the soonest', '2026-12-03', -20, 'all', '2026-11-30'],
    ['later, never on a Sunday', '2026-12-03', 3, 'all', '2026-12-05'],
  ] as const)('is due %s', (_how, due, days, which, expected) => {
    expect(dayKey(shiftedDay(at(due), days, which, NOW))).toBe(expected);
  });

  it('keeps its hour, is on no Sunday, and comes before nobody else’s work of that order', () => {
    const day = fc.integer({ min: 0, max: 400 }).map((n) => daysLater(dayStart('2026-11-30'), n));
    fc.assert(
      fc.property(day, day, fc.integer({ min: -365, max: 365 }), (one, other, days) => {
        const [first, second] = one <= other ? [one, other] : [other, one];
        const [a, b] = [shiftedDay(first, days, 'all', NOW), shiftedDay(second, days, 'all', NOW)];
        expect(a.getTime()).toBeLessThanOrEqual(b.getTime());
        expect(a.getTime() % DAY_MS).toBe(first.getTime() % DAY_MS);
        if (a.getTime() !== first.getTime()) expect(a.getUTCDay()).not.toBe(0);
        expect(dayKey(a) >= dayKey(NOW)).toBe(true);
      }),
    );
  });
});
