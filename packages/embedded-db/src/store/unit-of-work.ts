import { encode } from '../bson/codec';
import type { Document } from '../bson/value';
import { MongoError } from '../errors';
import type { Collection } from './catalog';
import type { Change, Claim, PendingWrites, StoredDocument, Store } from './change';
import { applyChanges } from './commit';
import type { Snapshot } from './environment';
import { indexEntries, type Index, type IndexEntries, type IndexEntry } from './index-definition';
import { documentIntent, keyIntent, writeConflict } from './intents';
import { documentKey } from './keys';
import type { ChangeEvent } from './oplog';
import type { SessionRecord } from './session-records';
import { duplicateKey, findDuplicate, sameEntry } from './uniqueness';

/** MongoDB's limit on a stored document. */
export const LARGEST_DOCUMENT = 16 * 1024 * 1024;

/**
 * Writes on top of a snapshot, invisible to others until the commit. A plain write is such a unit of one statement; an
 * explicit transaction holds intents on all it writes, so that others fail or wait instead of overwriting.
 */
export class UnitOfWork implements PendingWrites {
  readonly snapshot: Snapshot;
  readonly changes = new Map<string, Change>();
  readonly events: ChangeEvent[] = [];
  readonly claims = new Map<string, Claim>();
  /** Collections this unit makes. */
  readonly created = new Map<string, Collection>();
  /** Resolves when the unit was committed or given up. */
  readonly finished: Promise<void>;
  private readonly overlays = new Map<number, Map<number, Document | undefined>>();
  private readonly ownKeys = new Map<string, number>();
  private readonly taken = new Set<string>();
  private finish: () => void = () => undefined;
  private ended = false;

  constructor(
    private readonly database: Store,
    readonly explicit: boolean,
  ) {
    this.snapshot = database.environment.snapshot();
    this.finished = new Promise((resolve) => {
      this.finish = resolve;
    });
  }

  get isOpen(): boolean {
    return !this.ended;
  }

  /** What this unit has written in a collection: record id → document, undefined for a removed one. */
  overlay(collection: Collection): ReadonlyMap<number, Document | undefined> | undefined {
    return this.overlays.get(collection.id);
  }

  find(namespace: string): Collection | undefined {
    return this.created.get(namespace) ?? this.database.catalog.find(namespace);
  }

  /** The collection, defined now if it does not exist. @throws MongoError 73 for an impossible name. */
  findOrCreate(database: string, name: string): Collection {
    const existing = this.find(`${database}.${name}`);
    if (existing) return existing;
    const collection = this.database.catalog.define(database, name);
    this.created.set(collection.namespace, collection);
    return collection;
  }

  /** @throws MongoError 11000 for a duplicate key, 10334 for a document above 16 MB. */
  insert(collection: Collection, document: Document, bytes: Buffer = encode(document)): void {
    const recordId = this.database.catalog.newRecordId();
    this.store(collection, { recordId, document: {} }, document, bytes);
    this.log('insert', collection, { documentKey: { _id: document._id } }, bytes);
  }

  /** Puts another version in the place of a document. */
  replace(
    collection: Collection,
    old: StoredDocument,
    document: Document,
    event: { operation: 'update' | 'replace'; updateDescription?: Document },
  ): void {
    const bytes = encode(document);
    this.touch(collection, old);
    this.store(collection, old, document, bytes);
    const { operation, updateDescription } = event;
    const details: Document = { documentKey: { _id: document._id } };
    if (updateDescription) details.updateDescription = updateDescription;
    this.log(operation, collection, details, operation === 'replace' ? bytes : undefined);
  }

  remove(collection: Collection, old: StoredDocument): void {
    this.touch(collection, old);
    const change = this.changeOf(collection, old);
    this.setAfter(change, undefined, []);
    if (this.explicit && change.before) {
      // Whoever inserts one of the freed unique keys before the commit has to wait for it.
      for (const index of collection.indexes.filter((one) => one.unique)) {
        for (const { key } of indexEntries(index, change.before.document).entries) {
          this.takeIntent(keyIntent(index.id, key.bytes));
        }
      }
    }
    this.log('delete', collection, { documentKey: { _id: old.document._id } });
  }

  /**
   * Claims a document before writing it. @throws MongoError 112 (transaction) or BlockedByTransaction (plain write)
   * when somebody else has written it.
   */
  touch(collection: Collection, old: StoredDocument): void {
    const intent = documentIntent(collection.id, old.recordId);
    if (!this.explicit) {
      this.database.intents.refuseIfTaken(intent);
      return;
    }
    this.takeIntent(intent);
    if (!old.bytes) return;
    const newest = this.database.environment.snapshot();
    try {
      const bytes = this.database.environment.documents.get(documentKey(collection.id, old.recordId), newest);
      if (!bytes?.equals(old.bytes)) throw writeConflict();
    } finally {
      newest.release();
    }
  }

  /**
   * Makes the writes durable and visible, all or none.
   *
   * @throws MongoError 112 or BlockedByTransaction when the world has moved on; nothing is written then.
   */
  async commit(session?: { sessionId: string; record: SessionRecord }): Promise<void> {
    if (this.changes.size > 0 || this.created.size > 0) {
      await this.database.environment.write(() => {
        applyChanges(this.database, this);
        if (session) this.database.sessionRecords.store(session.sessionId, session.record);
      });
    }
    this.end();
  }

  /** Lets go of snapshot and intents; without a commit before, nothing happened. */
  end(): void {
    if (this.ended) return;
    this.ended = true;
    this.snapshot.release();
    this.database.intents.release(this.taken);
    this.finish();
  }

  private takeIntent(intent: string): void {
    this.database.intents.take(intent, this);
    this.taken.add(intent);
  }

  private log(operation: ChangeEvent['operation'], collection: Collection, details: Document, bytes?: Buffer): void {
    this.events.push({
      operation,
      database: collection.database,
      collection: collection.name,
      details,
      fullDocument: bytes,
    });
  }

  private store(collection: Collection, old: StoredDocument, document: Document, bytes: Buffer): void {
    if (bytes.length > LARGEST_DOCUMENT) {
      throw new MongoError(
        10334,
        'BSONObjectTooLarge',
        `BSONObj size: ${bytes.length} is invalid. Size must be between 0 and ${LARGEST_DOCUMENT}(16MB)`,
      );
    }
    const keys: string[] = [];
    const entries = new Map<Index, IndexEntries>();
    for (const index of collection.indexes) {
      const found = indexEntries(index, document);
      entries.set(index, found);
      if (!index.unique) continue;
      for (const entry of found.entries) keys.push(this.claimKey(collection, index, entry, old.recordId));
    }
    this.setAfter(this.changeOf(collection, old), { document, bytes, entries }, keys);
  }

  /** Makes sure nobody has this unique entry, and that nobody gets it before the end of a transaction. */
  private claimKey(collection: Collection, index: Index, entry: IndexEntry, recordId: number): string {
    const intent = keyIntent(index.id, entry.key.bytes);
    const { environment, intents } = this.database;
    const own = this.ownKeys.get(intent);
    const ownDocument = own === undefined || own === recordId ? undefined : this.overlay(collection)?.get(own);
    if (ownDocument && indexEntries(index, ownDocument).entries.some((other) => sameEntry(entry, other))) {
      throw duplicateKey(collection, index, entry.values);
    }
    if (this.explicit) this.takeIntent(intent);
    else intents.refuseIfTaken(intent);
    const overlay = this.overlay(collection);
    const rewritten = (other: number) => other === recordId || overlay?.has(other) === true;
    if (findDuplicate(environment, collection, index, entry, rewritten, this.snapshot)) {
      throw duplicateKey(collection, index, entry.values);
    }
    if (!this.explicit) return intent;
    this.claims.set(intent, { collection, index, entry });
    // Committed after our snapshot: not a duplicate this transaction can see, but one it would make.
    const newest = environment.snapshot();
    try {
      if (findDuplicate(environment, collection, index, entry, rewritten, newest)) throw writeConflict();
    } finally {
      newest.release();
    }
    return intent;
  }

  private changeOf(collection: Collection, old: StoredDocument): Change {
    const key = documentIntent(collection.id, old.recordId);
    let change = this.changes.get(key);
    if (!change) {
      const before = old.bytes && { document: old.document, bytes: old.bytes };
      change = { collection, recordId: old.recordId, before, uniqueKeys: [] };
      this.changes.set(key, change);
    }
    return change;
  }

  private setAfter(change: Change, after: Change['after'], uniqueKeys: string[]): void {
    for (const key of change.uniqueKeys) {
      if (this.ownKeys.get(key) === change.recordId) this.ownKeys.delete(key);
    }
    for (const key of uniqueKeys) this.ownKeys.set(key, change.recordId);
    change.uniqueKeys = uniqueKeys;
    change.after = after;
    let overlay = this.overlays.get(change.collection.id);
    if (!overlay) this.overlays.set(change.collection.id, (overlay = new Map()));
    overlay.set(change.recordId, after?.document);
  }
}
