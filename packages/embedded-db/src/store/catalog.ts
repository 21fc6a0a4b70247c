import { randomUUID } from 'node:crypto';
import { decode, encode } from '../bson/codec';
import { isDocument, type Document } from '../bson/value';
import { MongoError } from '../errors';
import type { Environment } from './environment';
import { makeIndex, type Index, type IndexTraits } from './index-definition';
import { documentKey, prefixOf } from './keys';

/** A collection and its indexes. The object stays the same for its life; a dropped one is marked. */
export interface Collection {
  id: number;
  database: string;
  name: string;
  namespace: string;
  uuid: string;
  indexes: Index[];
  dropped: boolean;
  /** How many documents are committed, once somebody asked. */
  count: number | undefined;
}

const ID_INDEX = { v: 2, key: { _id: 1 }, name: '_id_' };

/** Which collections and indexes exist, in memory and in the catalog store. */
export class Catalog {
  private readonly collections = new Map<string, Collection>();
  private nextId = 1;
  private nextRecord = 1;

  constructor(private readonly environment: Environment) {
    for (const collection of this.stored()) {
      this.collections.set(collection.namespace, collection);
      this.nextId = Math.max(this.nextId, collection.id + 1, ...collection.indexes.map((index) => index.id + 1));
      this.nextRecord = Math.max(this.nextRecord, lastRecord(environment, collection.id) + 1);
    }
  }

  /**
   * Goes back to what is stored, after a commit that failed. A collection that exists keeps its object; one that was
   * not stored is marked as dropped, so that a write prepared for it starts again.
   */
  restore(): void {
    const stored = new Map(this.stored().map((collection) => [collection.namespace, collection]));
    for (const [namespace, current] of this.collections) {
      const before = stored.get(namespace);
      if (before?.id === current.id) {
        Object.assign(current, { indexes: before.indexes, count: undefined });
        stored.delete(namespace);
      } else {
        current.dropped = true;
        this.collections.delete(namespace);
      }
    }
    for (const [namespace, collection] of stored) this.collections.set(namespace, collection);
  }

  private stored(): Collection[] {
    const snapshot = this.environment.snapshot();
    try {
      const all = this.environment.catalog.getRange({ transaction: snapshot.transaction });
      return [...all].map(({ key, value }) => readCollection(key.toString('utf8'), decode(value)));
    } finally {
      snapshot.release();
    }
  }

  find(namespace: string): Collection | undefined {
    return this.collections.get(namespace);
  }

  /** The collections of a database by name, or all of them. */
  list(database?: string): Collection[] {
    const all = [...this.collections.values()].filter((one) => database === undefined || one.database === database);
    return all.sort((a, b) => (a.namespace < b.namespace ? -1 : 1));
  }

  /** A record id never used before; ids follow insertion order. */
  newRecordId(): number {
    return this.nextRecord++;
  }

  /**
   * Defines a collection that does not exist yet; it exists once `add` runs in a write job.
   *
   * @throws MongoError 73 for a name MongoDB does not allow.
   */
  define(database: string, name: string): Collection {
    checkNamespace(database, name);
    const collection: Collection = {
      id: this.nextId++,
      database,
      name,
      namespace: `${database}.${name}`,
      uuid: randomUUID(),
      indexes: [],
      dropped: false,
      count: 0,
    };
    collection.indexes.push(makeIndex(this.nextId++, ID_INDEX));
    return collection;
  }

  /** A number for a new index. */
  newIndexId(): number {
    return this.nextId++;
  }

  /** Makes a defined collection exist; inside a write job. */
  add(collection: Collection): void {
    this.collections.set(collection.namespace, collection);
    this.store(collection);
  }

  /** Writes a collection's definition; inside a write job. */
  store(collection: Collection): void {
    const { id, uuid } = collection;
    const indexes = collection.indexes.map((index) => ({ id: index.id, spec: index.spec, ...index.traits }));
    this.environment.catalog.putSync(
      Buffer.from(collection.namespace),
      encode({ id, database: collection.database, name: collection.name, uuid, indexes }),
    );
  }

  /** Forgets a collection with its documents and entries; inside a write job. */
  remove(collection: Collection): void {
    collection.dropped = true;
    this.collections.delete(collection.namespace);
    this.environment.catalog.removeSync(Buffer.from(collection.namespace));
    removePrefix(this.environment.documents, collection.id);
    for (const index of collection.indexes) removePrefix(this.environment.entries, index.id);
  }

  /** Forgets one index; inside a write job. */
  removeIndex(collection: Collection, index: Index): void {
    collection.indexes = collection.indexes.filter((one) => one !== index);
    removePrefix(this.environment.entries, index.id);
    this.store(collection);
  }
}

function readCollection(namespace: string, stored: Document): Collection {
  const indexes = (stored.indexes as Document[]).map((one) => {
    const traits: IndexTraits = { arrayPaths: one.arrayPaths as string[], inexact: one.inexact === true };
    return makeIndex(one.id as number, isDocument(one.spec) ? one.spec : {}, traits);
  });
  return {
    id: stored.id as number,
    database: stored.database as string,
    name: stored.name as string,
    namespace,
    uuid: stored.uuid as string,
    indexes,
    dropped: false,
    count: undefined,
  };
}

function lastRecord(environment: Environment, collectionId: number): number {
  const range = { start: documentKey(collectionId + 1, 0), end: documentKey(collectionId, 0), reverse: true, limit: 1 };
  for (const key of environment.documents.getKeys(range)) {
    if (key.readUInt32BE(0) === collectionId) return key.readUIntBE(4, 6);
  }
  return 0;
}

function removePrefix(store: Environment['documents'], id: number): void {
  const keys = [...store.getKeys({ start: prefixOf(id), end: prefixOf(id + 1) })];
  for (const key of keys) store.removeSync(key);
}

/** The names MongoDB allows (https://www.mongodb.com/docs/manual/reference/limits/#naming-restrictions). */
export function checkNamespace(database: string, name: string): void {
  const invalidDatabase = database === '' || /[/\\. "$\0]/.test(database) || Buffer.byteLength(database) > 63;
  const reserved = name.startsWith('system.') && name !== 'system.js';
  const invalidName = name === '' || name.startsWith('.') || name.endsWith('.') || /[$\0]/.test(name) || reserved;
  if (invalidDatabase || invalidName || Buffer.byteLength(`${database}.${name}`) > 255) {
    throw new MongoError(73, 'InvalidNamespace', `Invalid namespace specified '${database}.${name}'`);
  }
}
