import type * as z from 'zod/mini';
import { readStored, writeStored } from '../browser-storage';
import { open, seal } from './device-seal';

/** What this browser keeps sealed under a key; nothing where there is none, or where it is another account's. */
export function readSealed<T>(account: string, key: string, schema: z.ZodMiniType<T>): T | undefined {
  try {
    const json = open(account, key, readStored(key) ?? '');
    return json === undefined ? undefined : schema.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}

/** Keeps a value sealed in this browser. @returns whether this could be done */
export function writeSealed(account: string, key: string, value: unknown): boolean {
  const sealed = seal(account, key, JSON.stringify(value));
  return sealed !== undefined && writeStored(key, sealed);
}
