import { describe, expect, it } from 'vitest';
import { fileNameOf, isDue, KEPT, momentOf, superfluous } from '@/lib/backup/rules';
import { daysLater, HOUR_MS } from '@/lib/calendar';

const night = (index: number) => fileNameOf(daysLater(new Date('2024-01-01T02:00:00Z'), index));

describe('the name of a backup', () => {
  it('says when it was begun, and nothing else passes for one', () => {
    const moment = new Date('2026-11-29T02:04:05.000Z');
    expect(momentOf(fileNameOf(moment))).toEqual(moment);
    for (const name of [
      'fashionflow-2026-11-29.ffbackup',
      '../fashionflow-2026-11-29T02-04-05Z.ffbackup',
      'letters.txt',
    ])
      expect(momentOf(name), name).toBeUndefined();
  });
});

describe('what is kept', () => {
  it('of two years of nights: fourteen nights, eight weeks, twelve months', () => {
    let kept: string[] = [];
    for (let index = 0; index < 730; index += 1) {
      kept = [...kept, night(index)];
      const gone = new Set(superfluous(kept));
      kept = kept.filter((name) => !gone.has(name));
    }
    expect(kept).toContain(night(729));
    for (let back = 0; back < KEPT.days; back += 1) expect(kept, `${back} nights ago`).toContain(night(729 - back));
    expect(new Set(kept.map((name) => name.slice(12, 19))).size).toBe(KEPT.months);
    expect(kept.length).toBeLessThanOrEqual(KEPT.days + KEPT.weeks + KEPT.months);
    expect(kept.length).toBeGreaterThan(KEPT.days + KEPT.months - 2);
  });

  it('a house that was closed for a year loses nothing, and what is not a backup is never named', () => {
    expect(superfluous([night(0), night(1), night(700), 'letters.txt', `${night(2)}.partial`])).toEqual([]);
  });

  it('of several on one day the newest', () => {
    const morning = fileNameOf(new Date('2026-11-29T02:00:00Z'));
    const evening = fileNameOf(new Date('2026-11-29T20:00:00Z'));
    expect(superfluous([evening, morning])).toEqual([morning]);
  });
});

describe('the night’s backup is due', () => {
  const at = '03:00';
  const moment = new Date('2026-11-29T09:00:00Z');
  const ago = (hours: number) => new Date(moment.getTime() - hours * HOUR_MS);
  it.each([
    ['past its hour, none since', 9 * 60, { made: ago(30), failed: undefined }, true],
    ['past its hour, made', 9 * 60, { made: ago(5.9), failed: undefined }, false],
    ['before its hour, made last night', 2 * 60, { made: ago(22.9), failed: undefined }, false],
    ['before its hour, last night missed', 2 * 60, { made: ago(40), failed: undefined }, true],
    ['never made', 9 * 60, { made: undefined, failed: undefined }, true],
    ['failed a moment ago', 9 * 60, { made: ago(30), failed: ago(0.5) }, false],
    ['failed an hour ago', 9 * 60, { made: ago(30), failed: ago(1.1) }, true],
  ])('%s', (_, minute, last, due) => expect(isDue({ moment, minute }, at, last)).toBe(due));
});
