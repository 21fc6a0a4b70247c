import * as v from 'valibot';

/** A number that could not be read is kept as such: as `null` it would come back as none. */
const UNREADABLE = '\u0000NaN';
const unreadable = (_: string, value: unknown): unknown =>
  typeof value === 'number' && Number.isNaN(value) ? UNREADABLE : value;
const readable = (_: string, value: unknown): unknown => (value === UNREADABLE ? Number.NaN : value);

/** A value as it is kept. */
export const writeJson = (value: unknown): string => JSON.stringify(value, unreadable);
/** A kept value. @throws SyntaxError */
export const readJson = (json: string): unknown => JSON.parse(json, readable);

/** Reads a kept draft; the empty one where there is none, or where it is of a form that has changed since. */
export function draftValue<T>(json: string | null | undefined, schema: v.GenericSchema<unknown, T>, empty: T): T {
  if (typeof json !== 'string') return empty;
  try {
    const kept = v.safeParse(schema, readJson(json));
    return kept.success ? kept.output : empty;
  } catch {
    return empty;
  }
}

/** What is kept of a value: nothing when nothing is typed. */
export function draftJson(value: unknown, empty: unknown): string | null {
  const json = writeJson(value);
  return json === writeJson(empty) ? null : json;
}
