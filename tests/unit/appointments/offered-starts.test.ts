import { describe, expect, it } from 'vitest';
import { freeDays, offeredStarts } from '@/lib/appointments/offered-starts';

const open = [{ from: '09:00', to: '11:00' }];
const hours = {
  openingHours: {
    monday: [],
    tuesday: open,
    wednesday: open,
    thursday: open,
    friday: open,
    saturday: open,
    sunday: [],
  },
  closures: [{ from: '2026-12-24', to: '2027-01-02', label: { fr: 'Fêtes', en: 'Holidays' } }],
};
const presence = { available: true, away: [], workingDays: [1, 2, 3, 4, 5, 6, 7] };
const wish = { day: '2026-12-01', minutes: 60, couturierId: 'claire', presence };
const BEFORE = '2026-11-25T08:00:00Z';
const clocks = (starts: string[]) => starts.map((start) => start.slice(11, 16));

describe('offeredStarts', () => {
  it('offers each half hour from which the whole appointment lies in opening hours', () => {
    expect(clocks(offeredStarts(hours, wish, [], BEFORE))).toEqual(['08:00', '08:30', '09:00']);
  });

  it('leaves out what is taken of this couturier, not of another', () => {
    const taken = { start: '2026-12-01T08:00:00.000Z', minutes: 45 };
    expect(clocks(offeredStarts(hours, wish, [{ couturierId: 'claire', ...taken }], BEFORE))).toEqual(['09:00']);
    expect(offeredStarts(hours, wish, [{ couturierId: 'ines', ...taken }], BEFORE)).toHaveLength(3);
  });

  it('offers nothing on a closed day, during a closure, in the past or for a day half typed', () => {
    for (const day of ['2026-11-30', '2026-12-25', '2026-11-24', '2026-1', ''])
      expect(offeredStarts(hours, { ...wish, day }, [], BEFORE)).toEqual([]);
  });
});

describe('who is not there', () => {
  const on = (day: string, there: typeof presence & { backOn?: string }) =>
    offeredStarts(hours, { ...wish, day, presence: there }, [], BEFORE).length;

  it('is offered from the day of return on, and never without one', () => {
    const away = { ...presence, available: false, backOn: '2026-12-03' };
    expect([on('2026-12-02', away), on('2026-12-03', away)]).toEqual([0, 3]);
    expect(on('2026-12-03', { ...presence, available: false })).toBe(0);
  });

  it('is offered on the days of their week only', () => {
    const tuesdays = { ...presence, workingDays: [2] };
    expect([on('2026-12-01', tuesdays), on('2026-12-02', tuesdays)]).toEqual([3, 0]);
  });

  it('has no next free day while away', () => {
    const away = { available: false, backOn: '2026-12-08', away: [], workingDays: [2, 4] };
    const wished = { couturierId: 'claire', presence: away, minutes: 60, days: 2 };
    expect(freeDays(hours, wished, [], new Date(BEFORE)).map(({ day }) => day)).toEqual(['2026-12-08', '2026-12-10']);
  });
});

describe('freeDays', () => {
  const long = { ...hours, openingHours: { ...hours.openingHours, thursday: [{ from: '09:00', to: '19:00' }] } };
  const ask = { couturierId: 'claire', presence, minutes: 60, days: 3 };
  const days = (now: string, taken: Parameters<typeof freeDays>[2] = []) => freeDays(long, ask, taken, new Date(now));

  it('begins tomorrow, passes over closed days, and offers the first hour of each half day', () => {
    // Wednesday 25 November 2026.
    expect(days(BEFORE)).toEqual([
      { day: '2026-11-26', starts: ['2026-11-26T08:00:00.000Z', '2026-11-26T13:00:00.000Z'] },
      { day: '2026-11-27', starts: ['2026-11-27T08:00:00.000Z'] },
      { day: '2026-11-28', starts: ['2026-11-28T08:00:00.000Z'] },
    ]);
    expect(days('2026-12-23T08:00:00Z').map(({ day }) => day)).toEqual(['2027-01-05', '2027-01-06', '2027-01-07']);
  });

  it('keeps a full day, without hours', () => {
    const taken = [{ couturierId: 'claire', start: '2026-11-27T08:00:00.000Z', minutes: 120 }];
    expect(days(BEFORE, taken)[1]).toEqual({ day: '2026-11-27', starts: [] });
  });
});
