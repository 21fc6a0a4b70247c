import { createHash } from 'node:crypto';
import { type EntryKind, PREFIXES } from './words';

/** What the first entry of a series has in the place of the one before it. */
export const NOTHING_BEFORE = '0'.repeat(64);

/** The SHA-256 of bytes or of a text's UTF-8, in lower-case hex. */
export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/**
 * The one text of a value: JSON without a space; the fields of an object in the order of their UTF-16 code units, those that
 * are `undefined` left out; numbers whole and written in digits; texts as ECMAScript's JSON.stringify writes them (RFC 8785,
 * restricted to whole numbers).
 * @throws TypeError for what has no such text: a fraction, a number too large to be exact, a date, a function
 */
export function canonicalOf(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value + 0);
  if (Array.isArray(value)) return `[${value.map(canonicalOf).join(',')}]`;
  if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    const fields = Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${fields.map(([name, one]) => `${JSON.stringify(name)}:${canonicalOf(one)}`).join(',')}}`;
  }
  throw new TypeError('an entry of the ledger holds texts, whole numbers, lists and objects only');
}

/**
 * The seal of an entry: the SHA-256, in hex, of the UTF-8 of the canonical text of the whole entry without its field `hash`.
 * The entry's field `before` is the seal of the entry before it in its series (64 zeros for the very first), so that each seal
 * covers everything before it. Whoever holds an export can reckon it anew, as docs/ledger.md shows.
 */
export function sealOf(entry: object): string {
  const { hash: _, ...sealed } = entry as { hash?: string };
  return sha256(canonicalOf(sealed));
}

/** `R-2026-0012`: prefix, year, and the place in the year, with four digits at least. */
export const numberOf = (kind: EntryKind, year: number, n: number): string =>
  `${PREFIXES[kind]}-${year}-${String(n).padStart(4, '0')}`;
