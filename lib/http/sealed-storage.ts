import * as v from 'valibot';
import { readStored, writeStored } from '../browser-storage';
import { open, seal } from './device-seal';

/** What this browser keeps sealed under a key; nothing where there is none, or where it is another account's. */
export function readSealed<T>(account: string, key: string, schema: v.GenericSchema<unknown, T>): T | undefined {
  try {
    const json = open(account, key, readStored(key) ?? '');
    const kept = json === undefined ? undefined : v.safeParse(schema, JSON.parse(json));
    return kept?.success ? kept.output : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a value sealed in this browser. @returns whether this could be done */
export function writeSealed(account: string, key: string, value: unknown): boolean {
  const sealed = seal(account, key, JSON.stringify(value));
  return sealed !== undefined && writeStored(key, sealed);
}
