import type { HouseSettings } from './documents';

export interface DescribedChange {
  path: string;
  from?: string | number;
  to?: string | number;
}

const isPlain = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';
const isTree = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Trees whose leaves are worth a line each; of the others only the setting is named. */
const IN_DETAIL = new Set(['stageHours', 'garmentHours', 'quoteDefaults', 'tax', 'legal']);

function compare(path: string, before: unknown, after: unknown, detail: boolean): DescribedChange[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (detail && (isTree(before) || isTree(after))) {
    const old = isTree(before) ? before : {};
    const fresh = isTree(after) ? after : {};
    const keys = [...new Set([...Object.keys(old), ...Object.keys(fresh)])];
    return keys.flatMap((key) => compare(`${path}.${key}`, old[key], fresh[key], true));
  }
  return [{ path, ...(isPlain(before) ? { from: before } : {}), ...(isPlain(after) ? { to: after } : {}) }];
}

/** What a save really changes, one line per setting (per stage for hours). */
export const describeChanges = (before: HouseSettings, given: Partial<HouseSettings>): DescribedChange[] =>
  Object.entries(given).flatMap(([key, value]) =>
    value === undefined ? [] : compare(key, before[key as keyof HouseSettings], value, IN_DETAIL.has(key)),
  );
