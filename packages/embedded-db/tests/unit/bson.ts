import { Timestamp } from 'bson';
import { decode, encode } from '../../src/bson/codec';
import type { Document, Value } from '../../src/bson/value';
import { MongoError } from '../../src/errors';
import { compileFilter, type FilterOptions, type MatchContext } from '../../src/query/match';
import { compileUpdate, type UpdateContext, type UpdateOptions } from '../../src/update/apply';

/** A value as it arrives over the wire: integral doubles keep their type, and so on. */
export const bson = (value: unknown): Value => decode(encode({ value: value as Value })).value;
export const doc = (value: Record<string, unknown>): Document => decode(encode(value as Document));

/** The code of the error a call raises, or undefined. */
export function codeOf(run: () => unknown): number | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    if (error instanceof MongoError) return error.code;
    throw error;
  }
}

export const matches = (filter: object, document: object, options?: FilterOptions): boolean =>
  compileFilter(doc(filter as Document), options).matches(doc(document as Document));

/** The array index the filter leaves for the positional `$`. */
export function positionOf(filter: object, document: object): number | undefined {
  const context: MatchContext = {};
  compileFilter(doc(filter as Document)).matches(doc(document as Document), context);
  return context.position;
}

export const NOW = new Date('2026-03-04T05:06:07.008Z');
export const CLUSTER_TIME = new Timestamp({ t: 1_772_600_767, i: 3 });

export function update(
  document: object,
  change: object,
  options: UpdateOptions & Partial<UpdateContext> = {},
): Document {
  const { position, isUpsertInsert = false, ...rest } = options;
  const compiled = compileUpdate(bson(change) as Document | Document[], rest);
  return compiled.apply(doc(document as Document), { position, isUpsertInsert, now: NOW, clusterTime: CLUSTER_TIME });
}
