import type { z } from 'zod';
import { foldedWords } from './text';
import type { readyReply } from './ready-reply-schema';

export const MAX_READY_REPLIES = 30;
export type ReadyReply = z.infer<typeof readyReply>;

/** Fields that the house can fill, from the conversation and its order; `hour` is chosen among the free hours. */
export const KNOWN_FIELDS = [
  'firstName',
  'piece',
  'stage',
  'promisedDay',
  'leftToPay',
  'openingHours',
  'hour',
] as const;
export type KnownField = (typeof KNOWN_FIELDS)[number];

/** Words as they are written, or the name of a field. */
export type ReplyPart = { words: string } | { field: string };

/** `[name]`: one line, not empty, without brackets of its own. */
const FIELD = /\[([^[\]\n]*[^[\]\s][^[\]\n]*)\]/g;

/** A sentence in the order it is read. Brackets that enclose nothing, or are left open, are words. */
export function readParts(text: string): ReplyPart[] {
  const parts: ReplyPart[] = [];
  let from = 0;
  for (const found of text.matchAll(FIELD)) {
    if (found.index > from) parts.push({ words: text.slice(from, found.index) });
    parts.push({ field: (found[1] ?? '').trim() });
    from = found.index + found[0].length;
  }
  if (from < text.length) parts.push({ words: text.slice(from) });
  return parts;
}

/** The names of the fields, each once, in the order they are met. */
export const fieldsOf = (text: string): string[] => [
  ...new Set(readParts(text).flatMap((part) => ('field' in part ? [part.field] : []))),
];

/**
 * Which field of the house's a name means.
 * @param names what each is called in a language, several words parted by commas: `heure, moment`
 * @returns the field one of whose names stands in it word by word: « une autre heure » is an hour
 */
export function knownField(name: string, names: Readonly<Record<KnownField, string>>): KnownField | undefined {
  const said = foldedWords(name);
  const means = (called: string): boolean => {
    const wanted = foldedWords(called);
    return wanted.length > 0 && wanted.every((word) => said.includes(word));
  };
  // The longest name first: « date promise » before a bare « date ».
  return KNOWN_FIELDS.flatMap((field) => names[field].split(',').map((called) => ({ field, called })))
    .sort((one, other) => other.called.length - one.called.length)
    .find(({ called }) => means(called))?.field;
}

/** The fields that have no value yet. */
export const missingFields = (text: string, values: ReadonlyMap<string, string>): string[] =>
  fieldsOf(text).filter((field) => !values.get(field)?.trim());

/** The message, with each field's value in its place; a field without one keeps its brackets. */
export const fillReply = (text: string, values: ReadonlyMap<string, string>): string =>
  readParts(text)
    .map((part) => ('words' in part ? part.words : (values.get(part.field)?.trim() ?? '') || `[${part.field}]`))
    .join('');
