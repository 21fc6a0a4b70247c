import { Binary, Long } from 'bson';
import { encode } from '../bson/codec';
import type { Document } from '../bson/value';
import { streamSource } from '../cursors';
import { MongoError } from '../errors';
import { compileFilter } from '../query/match';
import { checkNamespace, type Collection } from '../store/catalog';
import { waitUntil } from '../store/database';
import { collectionName, type CommandContext, type CommandDefinition } from './context';

/** Options of MongoDB's `create` this server has no equivalent for. */
const REFUSED_OPTIONS = [
  'capped',
  'size',
  'max',
  'timeseries',
  'expireAfterSeconds',
  'clusteredIndex',
  'changeStreamPreAndPostImages',
  'validator',
  'validationLevel',
  'validationAction',
  'viewOn',
  'pipeline',
  'collation',
  'storageEngine',
  'indexOptionDefaults',
  'encryptedFields',
];

export const create: CommandDefinition = {
  fields: [...REFUSED_OPTIONS, 'idIndex', 'autoIndexId'],
  inTransaction: true,
  async run(context) {
    const { databaseName, fields, server, unit } = context;
    const name = collectionName(context);
    fields.refuse(...REFUSED_OPTIONS);
    checkNamespace(databaseName, name);
    const namespace = `${databaseName}.${name}`;
    const refuseExisting = () => {
      throw new MongoError(48, 'NamespaceExists', `Collection ${namespace} already exists.`);
    };
    if (unit) {
      if (unit.find(namespace)) refuseExisting();
      unit.findOrCreate(databaseName, name);
      return {};
    }
    await server.database.write(async (plain) => {
      if (plain.find(namespace)) refuseExisting();
      plain.findOrCreate(databaseName, name);
    });
    return {};
  },
};

/** Waits until no open transaction has written to the collection, as MongoDB's lock does. */
async function waitForWriters({ server, deadline }: CommandContext, collection: Collection): Promise<void> {
  for (const unit of server.database.transactions) {
    if (unit.overlay(collection)) await waitUntil(unit.finished, deadline);
  }
}

export const drop: CommandDefinition = {
  fields: [],
  async run(context) {
    const { server, databaseName } = context;
    const { database } = server;
    const collection = database.catalog.find(`${databaseName}.${collectionName(context)}`);
    // Since MongoDB 7.0 dropping what does not exist is no error.
    if (!collection) return {};
    await waitForWriters(context, collection);
    const nIndexesWas = collection.indexes.length;
    await database.environment.write(() => {
      if (collection.dropped) return;
      database.catalog.remove(collection);
      database.oplog.append([{ operation: 'drop', database: databaseName, collection: collection.name, details: {} }]);
    });
    return { nIndexesWas, ns: collection.namespace };
  },
};

export const dropDatabase: CommandDefinition = {
  fields: [],
  async run(context) {
    const { server, databaseName } = context;
    const { database } = server;
    for (const collection of database.catalog.list(databaseName)) await waitForWriters(context, collection);
    await database.environment.write(() => {
      const collections = database.catalog.list(databaseName);
      if (collections.length === 0) return;
      for (const collection of collections) database.catalog.remove(collection);
      database.oplog.append([
        ...collections.map(({ name }) => ({
          operation: 'drop' as const,
          database: databaseName,
          collection: name,
          details: {},
        })),
        { operation: 'dropDatabase', database: databaseName, details: {} },
      ]);
    });
    return { dropped: databaseName };
  },
};

function describeCollection(collection: Collection, nameOnly: boolean): Document {
  const { name, uuid, indexes } = collection;
  if (nameOnly) return { name, type: 'collection' };
  const info = { readOnly: false, uuid: new Binary(Buffer.from(uuid.replaceAll('-', ''), 'hex'), Binary.SUBTYPE_UUID) };
  return { name, type: 'collection', options: {}, info, idIndex: indexes[0]?.spec };
}

export const listCollections: CommandDefinition = {
  fields: ['filter', 'nameOnly', 'authorizedCollections', 'cursor'],
  run(context) {
    const { server, databaseName, fields } = context;
    const matcher = compileFilter(fields.document('filter') ?? {});
    const nameOnly = fields.boolean('nameOnly') ?? false;
    const found = server.database.catalog
      .list(databaseName)
      .map((collection) => describeCollection(collection, nameOnly))
      .filter((document) => matcher.matches(document));
    const source = streamSource(found, encode);
    return server.cursors.open(`${databaseName}.$cmd.listCollections`, source, {
      batchSize: fields.batchSize() ?? Infinity,
    });
  },
};

export const listDatabases: CommandDefinition = {
  fields: ['filter', 'nameOnly', 'authorizedDatabases'],
  run({ server, fields, databaseName }) {
    if (databaseName !== 'admin') {
      throw new MongoError(13, 'Unauthorized', 'listDatabases may only be run against the admin database.');
    }
    const matcher = compileFilter(fields.document('filter') ?? {});
    const names = [...new Set(server.database.catalog.list().map(({ database }) => database))].sort();
    // Sizes are not kept apart by database; the driver only wants the field.
    const databases = names
      .map((name): Document => (fields.boolean('nameOnly') ? { name } : { name, sizeOnDisk: Long.ZERO, empty: false }))
      .filter((document) => matcher.matches(document));
    return fields.boolean('nameOnly') ? { databases } : { databases, totalSize: Long.ZERO };
  },
};
