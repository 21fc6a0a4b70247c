import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { POINT_CODES, POINT_GROUPS, POINTS, usualRange } from '@/lib/clients/measurement-points';
import { changePercent, findWarnings, isOutdated, isSuddenChange, latestKnown } from '@/lib/clients/measurement-rules';
import { addMeasurementsInput, type WarningCode } from '@/lib/clients/measurement-schemas';
import { messagesOf } from '@/lib/i18n/messages';

/** The table of the product reference, written out a second time: a slip of a key in the code shows here. */
const USUAL: [string, number, number][] = [
  ['height', 130, 220],
  ['headGirth', 50, 65],
  ['neckGirth', 28, 55],
  ['neckBase', 32, 60],
  ['shoulderWidth', 32, 60],
  ['shoulderLength', 9, 19],
  ['backWidth', 28, 55],
  ['chestWidth', 26, 52],
  ['upperChestGirth', 70, 150],
  ['bustGirth', 70, 160],
  ['underbustGirth', 60, 145],
  ['bustPointDistance', 14, 32],
  ['bustHeight', 20, 45],
  ['waistGirth', 50, 160],
  ['topHipGirth', 65, 165],
  ['hipGirth', 75, 175],
  ['waistToHip', 14, 30],
  ['backNeckToWaist', 33, 55],
  ['frontNeckToWaist', 33, 60],
  ['scyeDepth', 15, 32],
  ['armscyeGirth', 32, 65],
  ['upperArmGirth', 20, 60],
  ['elbowGirth', 18, 45],
  ['wristGirth', 12, 25],
  ['armLength', 48, 75],
  ['neckToWrist', 65, 105],
  ['bodyRise', 20, 40],
  ['crotchLength', 55, 110],
  ['thighGirth', 40, 95],
  ['kneeGirth', 28, 60],
  ['calfGirth', 26, 60],
  ['ankleGirth', 18, 35],
  ['insideLeg', 60, 100],
  ['outsideLeg', 85, 130],
  ['waistToKnee', 45, 75],
];

const codesOf = (values: Record<string, number>, previous?: Record<string, number>): WarningCode[] =>
  findWarnings({ values, custom: [] }, previous ? { values: previous, custom: [] } : null).map(({ code }) => code);

describe('the thirty-five points', () => {
  it('are those of the reference, in its order, with its ranges', () => {
    expect(POINTS.map(({ code, from, to }) => [code, from, to])).toEqual(USUAL);
  });

  it('are each in one group of the form, and named in both languages', () => {
    const grouped = POINT_GROUPS.flatMap((group) => [...group.codes]);
    expect([...grouped].sort()).toEqual([...POINT_CODES].sort());
    for (const locale of ['fr', 'en'] as const) {
      expect(Object.keys(messagesOf(locale).measurements.points)).toEqual(POINT_CODES);
      expect(Object.keys(messagesOf(locale).measurements.gestures)).toEqual(POINT_CODES);
    }
  });

  it.each(USUAL)('warn for %s under %d and over %d, not at the bounds', (code, from, to) => {
    expect(codesOf({ [code]: from })).toEqual([]);
    expect(codesOf({ [code]: to })).toEqual([]);
    expect(codesOf({ [code]: Math.round((from - 0.1) * 10) / 10 })).toEqual(['below_usual']);
    expect(codesOf({ [code]: Math.round((to + 0.1) * 10) / 10 })).toEqual(['above_usual']);
  });
});

describe('coherence', () => {
  it.each<[Record<string, number>, WarningCode[]]>([
    [{ underbustGirth: 79.9, bustGirth: 80 }, []],
    [{ underbustGirth: 80, bustGirth: 80 }, ['underbust_not_below_bust']],
    [{ underbustGirth: 81, bustGirth: 80 }, ['underbust_not_below_bust']],
    [{ waistGirth: 79.9, hipGirth: 80 }, []],
    [{ waistGirth: 90, hipGirth: 80 }, ['waist_not_below_hip']],
    [{ insideLeg: 86, outsideLeg: 86.1 }, []],
    [{ insideLeg: 90, outsideLeg: 86 }, ['inside_leg_not_below_outside']],
    [{ wristGirth: 15, elbowGirth: 25, upperArmGirth: 28 }, []],
    [{ wristGirth: 25, elbowGirth: 25, upperArmGirth: 28 }, ['wrist_not_below_elbow']],
    [{ wristGirth: 15, elbowGirth: 29, upperArmGirth: 28 }, ['elbow_not_below_upper_arm']],
    [{ wristGirth: 24, upperArmGirth: 23 }, ['wrist_not_below_upper_arm']],
    [{ wristGirth: 24, elbowGirth: 23, upperArmGirth: 22 }, ['elbow_not_below_upper_arm', 'wrist_not_below_elbow']],
    [{ waistGirth: 90 }, []],
  ])('%j warns %j', (values, codes) => {
    expect(codesOf(values)).toEqual(codes);
  });
});

describe('a sudden change', () => {
  it.each([
    [100, 108, false],
    [100, 108.1, true],
    [100, 92, false],
    [100, 91.9, true],
    [70, 76, true],
    [12.5, 13.5, false],
    [12.5, 13.6, true],
  ])('from %d to %d: %s', (previous, value, sudden) => {
    expect(isSuddenChange(previous, value)).toBe(sudden);
  });

  it('says how much, to one decimal', () => {
    expect(changePercent(70, 76)).toBe(8.6);
    expect(changePercent(100, 90)).toBe(-10);
  });

  it('compares each point with its newest known value, and custom points by their label', () => {
    const known = latestKnown([
      { values: { waistGirth: 70 }, custom: [] },
      { values: { waistGirth: 60, hipGirth: 95 }, custom: [{ label: 'Traîne', value: 100 }] },
    ]);
    expect(known).toEqual({
      values: { waistGirth: 70, hipGirth: 95 },
      custom: [{ label: 'Traîne', value: 100 }],
    });
    const warnings = findWarnings(
      { values: { waistGirth: 76, hipGirth: 96 }, custom: [{ label: 'Traîne', value: 120 }] },
      known,
    );
    expect(warnings).toEqual([
      { code: 'sudden_change', point: 'waistGirth', details: { value: 76, before: 70, percent: 8.6 } },
      { code: 'sudden_change', point: 'Traîne', details: { value: 120, before: 100, percent: 20 } },
    ]);
    expect(latestKnown([])).toBeNull();
  });

  it('is symmetric in what it accepts: no value warns against itself', () => {
    fc.assert(
      fc.property(fc.constantFrom(...POINT_CODES), fc.integer({ min: 1, max: 4000 }), (code, tenths) => {
        const value = tenths / 10;
        const codes = codesOf({ [code]: value }, { [code]: value });
        expect(codes).not.toContain('sudden_change');
      }),
    );
  });

  it('warns exactly when the change is more than 8 %, for every pair of lengths', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4000 }), fc.integer({ min: 1, max: 4000 }), (before, after) => {
        expect(isSuddenChange(before / 10, after / 10)).toBe(Math.abs(after - before) * 100 > 8 * before);
      }),
    );
  });
});

describe('any set of values', () => {
  it('warns about each point at most once for its range, and only about points it has', () => {
    const values = fc.dictionary(fc.constantFrom<string>(...POINT_CODES), fc.integer({ min: 1, max: 4000 }), {
      maxKeys: 8,
    });
    fc.assert(
      fc.property(values, (tenths) => {
        const set = Object.fromEntries(Object.entries(tenths).map(([code, value]) => [code, value / 10]));
        const warnings = findWarnings({ values: set, custom: [] }, null);
        for (const { point } of warnings) expect(set).toHaveProperty(point);
        for (const code of POINT_CODES) {
          const { from, to } = usualRange(code);
          const value = set[code];
          const ranged = warnings.filter(
            (one) => one.point === code && (one.code === 'below_usual' || one.code === 'above_usual'),
          );
          expect(ranged.length).toBe(value !== undefined && (value < from || value > to) ? 1 : 0);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('six months', () => {
  it.each([
    ['2026-05-23T10:00:00Z', '2026-11-23T10:00:00Z', false],
    ['2026-05-23T10:00:00Z', '2026-11-23T10:00:01Z', true],
    ['2026-08-31T10:00:00Z', '2027-02-28T10:00:00Z', false],
    ['2026-08-31T10:00:00Z', '2027-02-28T10:00:01Z', true],
    ['2027-08-31T00:00:00Z', '2028-02-29T00:00:00Z', false],
    ['2027-08-31T00:00:00Z', '2028-03-01T00:00:00Z', true],
  ])('taken %s, read %s: outdated %s', (taken, now, outdated) => {
    expect(isOutdated(new Date(taken), new Date(now))).toBe(outdated);
  });
});

describe('the shape of a set', () => {
  const accepts = (values: unknown) => addMeasurementsInput.safeParse({ values }).success;

  it('refuses only what is not a number, ≤ 0 or > 400', () => {
    expect(accepts({ waistGirth: 400 })).toBe(true);
    expect(accepts({ waistGirth: 0.1 })).toBe(true);
    for (const value of [0, -1, 400.1, '70', null, true, Number.NaN])
      expect(accepts({ waistGirth: value })).toBe(false);
  });

  it('refuses a point that is not in the table, and a set without any value', () => {
    expect(accepts({ tail: 12 })).toBe(false);
    expect(accepts({})).toBe(false);
    expect(addMeasurementsInput.safeParse({ custom: [{ label: 'Traîne', value: 120 }] }).success).toBe(true);
  });

  it('keeps a tenth of a centimetre', () => {
    expect(addMeasurementsInput.parse({ values: { waistGirth: 70.26 } }).values).toEqual({ waistGirth: 70.3 });
  });
});
