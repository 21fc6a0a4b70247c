import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withWeek } from '@/lib/auth/agreed-weeks';
import { isAtWork, isBack, overlapping, type Presence, returnFrom } from '@/lib/auth/rules';
import { addDays, weekdayNumber } from '@/lib/calendar';

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const there: Presence = { available: true, away: [], workingDays: EVERY_DAY };
const START = '2026-11-30';
const dayAt = (n: number) => addDays(START, n);
const span = fc.tuple(fc.nat(120), fc.nat(20)).map(([at, long]) => ({ from: dayAt(at), to: dayAt(at + long) }));

describe('who is at work', () => {
  it('is away on both ends of each absence, and there between and after', () => {
    const away = [
      { from: '2026-12-03', to: '2026-12-04' },
      { from: '2026-12-06', to: '2026-12-06' },
    ];
    const days = ['02', '03', '04', '05', '06', '07'].map((day) => isAtWork({ ...there, away }, `2026-12-${day}`));
    expect(days).toEqual([true, false, false, true, false, true]);
  });

  it('is away in a planned absence too when they are away until a day before it', () => {
    const both = { ...there, available: false, backOn: '2026-12-03', away: [{ from: '2026-12-04', to: '2026-12-05' }] };
    expect(['2026-12-02', '2026-12-03', '2026-12-04', '2026-12-06'].map((day) => isAtWork(both, day))).toEqual([
      false,
      true,
      false,
      true,
    ]);
  });

  it('follows the week that holds on the day', () => {
    const weeks = [
      { from: '2026-12-07', workingDays: [2] },
      { from: '2026-12-14', workingDays: [1] },
    ];
    const mondays = ['2026-11-30', '2026-12-07', '2026-12-14', '2026-12-21'];
    expect(mondays.map((day) => isAtWork({ ...there, weeks }, day))).toEqual([true, false, true, true]);
  });

  it('whatever the absences: on a working day exactly when no absence holds it', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), fc.subarray(EVERY_DAY), fc.nat(150), (away, workingDays, n) => {
        const day = dayAt(n);
        const held = away.some(({ from, to }) => from <= day && day <= to);
        expect(isAtWork({ ...there, away, workingDays }, day)).toBe(!held && workingDays.includes(weekdayNumber(day)));
      }),
    );
  });

  it('comes back on the first day that no absence holds', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), fc.nat(150), (away, n) => {
        const back = returnFrom(away, dayAt(n));
        const at = (day: string) => isAtWork({ ...there, away }, day);
        if (back === undefined) expect(at(dayAt(n))).toBe(true);
        else {
          expect(at(back)).toBe(true);
          for (let day = dayAt(n); day < back; day = addDays(day, 1)) expect(at(day)).toBe(false);
        }
      }),
    );
  });

  it('overlaps where a day is shared, and only there', () => {
    fc.assert(
      fc.property(span, span, (one, other) => {
        const daysOf = ({ from, to }: typeof one) =>
          Array.from({ length: 200 }, (_, n) => dayAt(n)).filter((day) => from <= day && day <= to);
        const shared = daysOf(one).some((day) => daysOf(other).includes(day));
        expect(overlapping([one], other) !== undefined).toBe(shared);
      }),
    );
  });
});

it('takes new work and words again from the day of return they named', () => {
  const backOn = new Date('2026-12-08T00:00:00Z');
  const away = { available: false, backOn };
  expect(['2026-12-07', '2026-12-08', '2026-12-09'].map((day) => isBack(away, day))).toEqual([false, true, true]);
  expect([isBack({ available: true }), isBack({ available: false }), isBack(undefined)]).toEqual([true, false, false]);
});

describe('a week agreed on', () => {
  const by = { by: {} as never, at: new Date('2026-11-30T09:00:00Z') };
  const profile = (weeks: { from: string; weeklyHours: number; workingDays: number[] }[]) => ({
    speciality: { fr: '', en: '' },
    bio: { fr: '', en: '' },
    available: true,
    weeklyHours: 28,
    workingDays: [1, 2],
    weeks: weeks.map((week) => ({ ...week, ...by })),
  });

  it('keeps what held before, and the last word of a day counts', () => {
    const first = withWeek(profile([]), { from: '2026-12-14', weeklyHours: 30, workingDays: [5, 1, 1] }, by);
    expect(first).toMatchObject({ weeklyHours: 28, workingDays: [1, 2] });
    expect(first.weeks).toMatchObject([{ from: '2026-12-14', weeklyHours: 30, workingDays: [1, 5] }]);
    const again = withWeek(profile(first.weeks), { from: '2026-12-14', weeklyHours: 32, workingDays: [1] }, by);
    expect(again.weeks.map(({ weeklyHours }) => weeklyHours)).toEqual([30, 32]);
    const earlier = withWeek(profile(again.weeks), { from: '2026-12-07', weeklyHours: 20, workingDays: [1] }, by);
    expect(earlier.weeks.map(({ weeklyHours }) => weeklyHours)).toEqual([20, 30, 32]);
  });

  it('folds the oldest into the beginning once there are too many', () => {
    const many = Array.from({ length: 60 }, (_, n) => ({ from: dayAt(n), weeklyHours: n, workingDays: [3] }));
    const after = withWeek(profile(many), { from: dayAt(60), weeklyHours: 60, workingDays: [4] }, by);
    expect(after.weeks).toHaveLength(60);
    expect(after).toMatchObject({ weeklyHours: 0, workingDays: [3] });
    expect(after.weeks.at(-1)).toMatchObject({ weeklyHours: 60 });
  });
});
