import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueReminder } from '@/lib/appointments/rules';
import { HOUR_MS } from '@/lib/calendar';
import { afterQuiet } from '@/lib/notifications/rules';

describe('quiet hours', () => {
  const night = { from: '21:00', to: '08:00' };
  it.each([
    ['2026-11-23T19:59:00Z', '2026-11-23T19:59:00Z'],
    ['2026-11-23T20:00:00Z', '2026-11-24T07:00:00Z'],
    ['2026-11-24T02:00:00Z', '2026-11-24T07:00:00Z'],
    ['2026-11-24T07:00:00Z', '2026-11-24T07:00:00Z'],
    // The night the clocks go back: eight in the morning is an hour later in the world's time.
    ['2026-10-24T20:00:00Z', '2026-10-25T07:00:00Z'],
  ])('over midnight: %s leaves at %s', (at, leaves) =>
    expect(afterQuiet(new Date(at), night)).toEqual(new Date(leaves)),
  );
  it('within a day, and none', () => {
    const noon = { from: '12:00', to: '14:30' };
    expect(afterQuiet(new Date('2026-06-01T11:00:00Z'), noon)).toEqual(new Date('2026-06-01T12:30:00Z'));
    expect(afterQuiet(new Date('2026-06-01T12:30:00Z'), noon)).toEqual(new Date('2026-06-01T12:30:00Z'));
    expect(afterQuiet(new Date('2026-06-01T11:00:00Z'), null)).toEqual(new Date('2026-06-01T11:00:00Z'));
  });
  it('end never before they are asked about, and are over where they end', () => {
    const clock = fc
      .integer({ min: 0, max: 1439 })
      .map((minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`);
    const moment = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, clock, clock, (at, from, to) => {
        fc.pre(from !== to);
        const leaves = afterQuiet(at, { from, to });
        expect(leaves.getTime()).toBeGreaterThanOrEqual(at.getTime() - 60_000);
        expect(leaves.getTime() - at.getTime()).toBeLessThanOrEqual(25 * HOUR_MS);
      }),
    );
  });
});

describe('a reminder', () => {
  const start = new Date('2026-11-24T14:00:00Z');
  const before = (hours: number) => new Date(start.getTime() - hours * HOUR_MS);
  const long = { start, createdAt: before(200) };
  it.each([
    [24.1, undefined],
    [24, 24],
    [12.1, 24],
    [12, undefined],
    [2.1, undefined],
    [2, 2],
    [0.6, 2],
    [0.5, undefined],
    [-1, undefined],
  ])('%f hours before is the one of %s', (hours, due) => expect(dueReminder(long, before(hours))).toBe(due));
  it('says nothing of an hour agreed on a moment ago', () => {
    expect(dueReminder({ ...long, settledAt: before(20) }, before(19))).toBeUndefined();
    expect(dueReminder({ ...long, settledAt: before(20) }, before(2))).toBe(2);
    expect(dueReminder({ start, createdAt: before(1.5) }, before(1.4))).toBeUndefined();
  });
});
