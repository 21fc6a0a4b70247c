import { encode } from '../bson/codec';
import { isDocument, type Document, type Value } from '../bson/value';
import { equalValues } from '../bson/compare';
import { streamSource } from '../cursors';
import { MongoError, invalidOptions, unknownField } from '../errors';
import { buildIndex } from '../store/build-index';
import type { Collection } from '../store/catalog';
import { makeIndex, type Index } from '../store/index-definition';
import { collectionName, findCollection, type CommandContext, type CommandDefinition } from './context';
import { isExisting, readExpiry, readIndexSpec } from './index-options';

const missing = (context: CommandContext, name: string): MongoError =>
  new MongoError(26, 'NamespaceNotFound', `ns does not exist: ${context.databaseName}.${name}`);

export const createIndexes: CommandDefinition = {
  fields: ['indexes', 'commitQuorum', 'ignoreUnknownIndexOptions'],
  async run(context) {
    const { server, databaseName, fields } = context;
    const { database } = server;
    const name = collectionName(context);
    const specs = fields.documents('indexes').map(readIndexSpec);
    if (specs.length === 0) throw new MongoError(2, 'BadValue', 'Must specify at least one index to create');
    const createdCollectionAutomatically = !findCollection(context, name);
    if (createdCollectionAutomatically)
      await database.write(async (unit) => void unit.findOrCreate(databaseName, name));
    const collection = findCollection(context, name);
    if (!collection) throw missing(context, name);
    const numIndexesBefore = collection.indexes.length;
    for (const spec of specs) {
      if (isExisting(collection.indexes, spec)) continue;
      await database.environment.write(() => {
        if (!collection.dropped && !isExisting(collection.indexes, spec)) buildIndex(database, collection, spec);
      });
    }
    const numIndexesAfter = collection.indexes.length;
    const reply: Document = { numIndexesBefore, numIndexesAfter, createdCollectionAutomatically };
    return numIndexesBefore === numIndexesAfter ? { ...reply, note: 'all indexes already exist' } : reply;
  },
};

export const listIndexes: CommandDefinition = {
  fields: ['cursor'],
  run(context) {
    const name = collectionName(context);
    const collection = findCollection(context, name);
    if (!collection) throw missing(context, name);
    const source = streamSource(
      collection.indexes.map(({ spec }) => spec),
      encode,
    );
    return context.server.cursors.open(collection.namespace, source, {
      batchSize: context.fields.batchSize() ?? Infinity,
    });
  },
};

function indexesToDrop(collection: Collection, which: Value): Index[] {
  if (which === '*') return collection.indexes.filter((index) => index.name !== '_id_');
  return (Array.isArray(which) ? which : [which]).map((one) => {
    const index = collection.indexes.find((candidate) =>
      typeof one === 'string' ? candidate.name === one : equalValues(candidate.spec.key, one),
    );
    if (!index) throw new MongoError(27, 'IndexNotFound', `index not found with name [${String(one)}]`);
    if (index.name === '_id_') throw invalidOptions('cannot drop _id index');
    return index;
  });
}

export const dropIndexes: CommandDefinition = {
  fields: ['index'],
  async run(context) {
    const { server, fields } = context;
    const { database } = server;
    const name = collectionName(context);
    const collection = findCollection(context, name);
    if (!collection) throw new MongoError(26, 'NamespaceNotFound', `ns not found ${context.databaseName}.${name}`);
    const which = fields.fields.index;
    if (which === undefined) throw fields.missing('index');
    const nIndexesWas = collection.indexes.length;
    await database.environment.write(() => {
      for (const index of indexesToDrop(collection, which)) database.catalog.removeIndex(collection, index);
    });
    return { nIndexesWas };
  },
};

/** Changes how long a TTL index keeps documents; the only change of a collection there is. */
export const collMod: CommandDefinition = {
  fields: ['index'],
  async run(context) {
    const { server, fields } = context;
    const name = collectionName(context);
    const collection = findCollection(context, name);
    if (!collection) throw missing(context, name);
    const change = fields.document('index');
    if (!change) return {};
    const { keyPattern, name: indexName, expireAfterSeconds, ...others } = change;
    const unknown = Object.keys(others)[0];
    if (unknown !== undefined) {
      throw unknownField(`collMod.index.${unknown}`);
    }
    if (expireAfterSeconds === undefined)
      throw invalidOptions('no expireAfterSeconds, hidden, unique, or prepareUnique field');
    const index = collection.indexes.find((one) =>
      indexName === undefined ? equalValues(one.spec.key, keyPattern) : one.name === indexName,
    );
    if (!index) throw new MongoError(27, 'IndexNotFound', `cannot find index for ns ${collection.namespace}`);
    const seconds = readExpiry(isDocument(index.spec.key) ? index.spec.key : {}, expireAfterSeconds);
    const before = index.spec.expireAfterSeconds;
    await server.database.environment.write(() => {
      const changed = makeIndex(index.id, { ...index.spec, expireAfterSeconds: seconds }, index.traits, index.since);
      collection.indexes = collection.indexes.map((one) => (one === index ? changed : one));
      server.database.catalog.store(collection);
    });
    return before === undefined
      ? { expireAfterSeconds_new: seconds }
      : { expireAfterSeconds_old: before, expireAfterSeconds_new: seconds };
  },
};
