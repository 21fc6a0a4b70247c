import { POINT_CODES, type PointCode, usualRange } from './measurement-points';
import type { MeasurementValues, PointWarning, WarningCode } from './measurement-schemas';

/** Millimetres, so that comparisons are between whole numbers. */
const mm = (cm: number): number => Math.round(cm * 10);

/** Over this change since the last time, in percent, we ask « sûr ? ». */
const SUDDEN_CHANGE_PERCENT = 8;

/** The change from `previous` to `value` in percent, to one decimal; negative when it shrank. */
export const changePercent = (previous: number, value: number): number =>
  Math.round(((mm(value) - mm(previous)) * 1000) / mm(previous)) / 10;

/** Strictly more than 8 % apart: exactly 8 % does not ask. */
export const isSuddenChange = (previous: number, value: number): boolean =>
  Math.abs(mm(value) - mm(previous)) * 100 > SUDDEN_CHANGE_PERCENT * mm(previous);

/** Pairs of a body where the first is expected to be smaller than the second (product reference, « Coherence »). */
const SMALLER: readonly { code: WarningCode; small: PointCode; large: PointCode; unless?: PointCode }[] = [
  { code: 'underbust_not_below_bust', small: 'underbustGirth', large: 'bustGirth' },
  { code: 'waist_not_below_hip', small: 'waistGirth', large: 'hipGirth' },
  { code: 'inside_leg_not_below_outside', small: 'insideLeg', large: 'outsideLeg' },
  { code: 'wrist_not_below_elbow', small: 'wristGirth', large: 'elbowGirth' },
  { code: 'elbow_not_below_upper_arm', small: 'elbowGirth', large: 'upperArmGirth' },
  // Where the elbow was measured, the two rules above say it already.
  { code: 'wrist_not_below_upper_arm', small: 'wristGirth', large: 'upperArmGirth', unless: 'elbowGirth' },
];

/** What is known of a person from earlier sets: the newest value of each point. */
export interface KnownMeasurements {
  values: MeasurementValues;
  custom: { label: string; value: number }[];
}

/**
 * Everything unusual about a new set: outside the usual range, out of proportion, or more than 8 % away from the last
 * time. Warnings to confirm, never refusals; in the order of the table, so the same set always gives the same list.
 */
export function findWarnings(set: KnownMeasurements, previous: KnownMeasurements | null): PointWarning[] {
  const warnings: PointWarning[] = [];
  for (const point of POINT_CODES) {
    const value = set.values[point];
    if (value === undefined) continue;
    const { from, to } = usualRange(point);
    if (mm(value) < mm(from)) warnings.push({ code: 'below_usual', point, details: { value, from, to } });
    if (mm(value) > mm(to)) warnings.push({ code: 'above_usual', point, details: { value, from, to } });
    const before = previous?.values[point];
    if (before !== undefined && isSuddenChange(before, value))
      warnings.push({
        code: 'sudden_change',
        point,
        details: { value, before, percent: changePercent(before, value) },
      });
    for (const { code, small, large, unless } of SMALLER) {
      if (small !== point || (unless !== undefined && set.values[unless] !== undefined)) continue;
      const other = set.values[large];
      if (other !== undefined && mm(value) >= mm(other)) warnings.push({ code, point, details: { value, other } });
    }
  }
  for (const { label, value } of set.custom) {
    const before = previous?.custom.find((one) => one.label === label)?.value;
    if (before !== undefined && isSuddenChange(before, value))
      warnings.push({
        code: 'sudden_change',
        point: label,
        details: { value, before, percent: changePercent(before, value) },
      });
  }
  return warnings;
}

/** The newest known value of each point, from sets given newest first. */
export function latestKnown(sets: readonly KnownMeasurements[]): KnownMeasurements | null {
  if (sets.length === 0) return null;
  const values: MeasurementValues = {};
  const custom = new Map<string, number>();
  for (const set of sets) {
    for (const point of POINT_CODES) {
      const value = set.values[point];
      if (value !== undefined) values[point] ??= value;
    }
    for (const { label, value } of set.custom) if (!custom.has(label)) custom.set(label, value);
  }
  return { values, custom: [...custom].map(([label, value]) => ({ label, value })) };
}

/** Older than six calendar months: « à reprendre ». */
export function isOutdated(takenAt: Date, now: Date): boolean {
  const limit = new Date(takenAt);
  const day = limit.getUTCDate();
  limit.setUTCDate(1);
  limit.setUTCMonth(limit.getUTCMonth() + 6);
  // 31 August + 6 months is the last day of February, not a day of March.
  const last = new Date(Date.UTC(limit.getUTCFullYear(), limit.getUTCMonth() + 1, 0)).getUTCDate();
  limit.setUTCDate(Math.min(day, last));
  return now.getTime() > limit.getTime();
}
