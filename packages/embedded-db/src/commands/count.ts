import { equalValues } from '../bson/compare';
import type { Value } from '../bson/value';
import { EMPTY_ARRAY_KEY, pathValues } from '../query/paths';
import type { Collection } from '../store/catalog';
import type { Database } from '../store/database';
import { encodeKey, prefixOf } from '../store/keys';
import { prepareRead, readMatches } from '../store/reader';
import {
  collectionName,
  findCollection,
  openView,
  readCollation,
  readVariables,
  type CommandDefinition,
} from './context';
import { readHint } from './find';

/** How many documents are committed; counted once, then kept up to date by the commits. */
function committedCount({ environment }: Database, collection: Collection): number {
  collection.count ??= environment.documents.getKeysCount({
    start: prefixOf(collection.id),
    end: prefixOf(collection.id + 1),
  });
  return collection.count;
}

export const count: CommandDefinition = {
  fields: ['query', 'limit', 'skip', 'hint', 'collation', 'fields'],
  async run(context) {
    const { fields, server } = context;
    const collection = findCollection(context, collectionName(context));
    const filter = fields.document('query') ?? {};
    const skip = fields.integer('skip', 0);
    // A negative limit counts as its absolute value here.
    const limit = Math.abs(fields.integer('limit', Number.MIN_SAFE_INTEGER) ?? 0);
    const collation = readCollation(fields);
    const variables = readVariables(context, undefined, new Date());
    const prepared = prepareRead(collection, {
      filter,
      skip,
      limit,
      hint: readHint(fields.fields.hint),
      collation,
      variables,
    });
    if (collection && prepared.matchesAll && !skip && !limit) return { n: committedCount(server.database, collection) };
    const { view, release } = openView(context);
    try {
      let n = 0;
      for await (const _ of readMatches(server.database, view, collection, prepared)) n++;
      return { n };
    } finally {
      release();
    }
  },
};

export const distinct: CommandDefinition = {
  fields: ['key', 'query', 'collation', 'hint'],
  inTransaction: true,
  async run(context) {
    const { fields, server } = context;
    const collection = findCollection(context, collectionName(context));
    const key = fields.string('key');
    const collation = readCollation(fields);
    const variables = readVariables(context, undefined, new Date());
    const filter = fields.document('query') ?? {};
    const prepared = prepareRead(collection, { filter, hint: readHint(fields.fields.hint), collation, variables });
    const { view, release } = openView(context);
    const found = new Map<string, Value[]>();
    const values: Value[] = [];
    try {
      for await (const { document } of readMatches(server.database, view, collection, prepared)) {
        for (const value of pathValues(document, key).values) {
          if (value === undefined || value === EMPTY_ARRAY_KEY) continue;
          // Values that are equal share a bucket; under a collation they can differ in bytes, so there is one for all.
          const bucket = collation ? '' : encodeKey([value], [1]).bytes.toString('latin1');
          const known = found.get(bucket) ?? [];
          if (known.some((other) => equalValues(other, value, collation))) continue;
          found.set(bucket, [...known, value]);
          values.push(value);
        }
      }
    } finally {
      release();
    }
    return { values };
  },
};
