import type { z } from 'zod';

/** What this browser keeps under a key; nothing when there is none, when it is of another time, or when storage is refused. */
export function readStored<T>(key: string, schema: z.ZodType<T>): T | undefined {
  try {
    const kept = localStorage.getItem(key);
    return kept === null ? undefined : schema.safeParse(JSON.parse(kept)).data;
  } catch {
    return undefined;
  }
}

/**
 * Keeps a value in this browser, or forgets what was there.
 * @returns whether this could be done: a private window lets the value live as long as the page
 */
export function writeStored(key: string, value: unknown): boolean {
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
