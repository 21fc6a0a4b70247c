import type { z } from 'zod';

/** Reads a kept draft; the empty one where there is none, or where it is of a form that has changed since. */
export function draftValue<T>(json: string | null | undefined, schema: z.ZodType<T>, empty: T): T {
  if (typeof json !== 'string') return empty;
  try {
    const { data } = schema.safeParse(JSON.parse(json));
    return data ?? empty;
  } catch {
    return empty;
  }
}

/** What is kept of a value: nothing when nothing is typed. */
export function draftJson(value: unknown, empty: unknown): string | null {
  const json = JSON.stringify(value);
  return json === JSON.stringify(empty) ? null : json;
}
