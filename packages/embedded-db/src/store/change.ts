import type { Document } from '../bson/value';
import type { Catalog, Collection } from './catalog';
import type { Environment, Snapshot } from './environment';
import type { Index, IndexEntries, IndexEntry } from './index-definition';
import type { Intents } from './intents';
import type { ChangeEvent, Oplog } from './oplog';
import type { SessionRecords } from './session-records';

/** The parts of an open data folder that a write touches. */
export interface Store {
  readonly environment: Environment;
  readonly catalog: Catalog;
  readonly oplog: Oplog;
  readonly sessionRecords: SessionRecords;
  readonly intents: Intents;
}

/** A stored document as a reader found it. `bytes` is what the snapshot holds; absent for one this unit has written. */
export interface StoredDocument {
  recordId: number;
  document: Document;
  bytes?: Buffer;
}

/** A document to be stored, with what it adds to the indexes that were looked at. */
interface NewVersion {
  document: Document;
  bytes: Buffer;
  entries: Map<Index, IndexEntries>;
}

/** The net effect on one record: what the snapshot had and what is to be stored. */
export interface Change {
  collection: Collection;
  recordId: number;
  before?: { document: Document; bytes: Buffer };
  after?: NewVersion;
  /** The unique keys of `after`, by the name of their intent. */
  uniqueKeys: string[];
}

/** A unique key that a unit has taken at some time, whether or not it still has it. */
export interface Claim {
  collection: Collection;
  index: Index;
  entry: IndexEntry;
}

/** What a unit of work wants to have stored. */
export interface PendingWrites {
  /** Whether it is an explicit transaction, which holds intents on what it writes. */
  readonly explicit: boolean;
  readonly snapshot: Snapshot;
  readonly changes: ReadonlyMap<string, Change>;
  readonly events: readonly ChangeEvent[];
  /** Of an explicit transaction; of a plain write they are among its changes. */
  readonly claims: ReadonlyMap<string, Claim>;
  /** Collections it makes. */
  readonly created: ReadonlyMap<string, Collection>;
}
