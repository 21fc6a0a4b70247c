import { mkdirSync } from 'node:fs';
import { open, type Database, type RootDatabase } from 'lmdb';
import { MongoError } from '../errors';
import { causeOf, isOutOfSpace, outOfDiskSpace } from './disk-space';

type ByteStore = Database<Buffer, Buffer>;
type ReadTransaction = ReturnType<RootDatabase['useReadTransaction']>;

/**
 * One read transaction of lmdb for everybody who reads the same state: beginning one costs more than a read. lmdb may
 * reuse the pages kept for it once nobody needs it.
 */
class SharedView {
  private users = 1;

  constructor(
    readonly transaction: ReadTransaction,
    readonly sequence: number,
  ) {}

  use(): this {
    this.users++;
    return this;
  }

  leave(): void {
    if (--this.users === 0) this.transaction.done();
  }
}

/** A consistent view of the stored bytes at one moment (an MVCC read transaction); it must be released. */
export class Snapshot {
  private released = false;

  constructor(private readonly view: SharedView) {}

  /** The number of the last commit this snapshot is sure to see; see `Environment.write`. */
  get sequence(): number {
    return this.view.sequence;
  }

  /** What lmdb reads take. @throws MongoError 251 after the release: lmdb itself would read freed memory. */
  get transaction(): ReadTransaction {
    if (this.released) throw new MongoError(251, 'NoSuchTransaction', 'The transaction has been ended.');
    return this.view.transaction;
  }

  /** Gives the view up; calling it twice is harmless. */
  release(): void {
    if (this.released) return;
    this.released = true;
    this.view.leave();
  }
}

/** What its owner is told about an environment, beside the errors of the writes themselves. */
export interface EnvironmentEvents {
  /** A group of writes was not stored: what its jobs left in memory must be taken back before the next job runs. */
  rolledBack(): void;
  /** Writes are refused until there is room on the disk again; said once a shortage. */
  diskFull(): void;
  /** The files can no longer be written, for another reason than a full disk: the process must then stop. */
  broken(error: Error): void;
}

/** The lmdb environment of a data folder: five byte stores, snapshots, and durable group-committed writes. */
export class Environment {
  /** collection id + record id → BSON. */
  readonly documents: ByteStore;
  /** index id + encoded values + record id → nothing. */
  readonly entries: ByteStore;
  /** namespace → the collection's definition. */
  readonly catalog: ByteStore;
  /** cluster time + position in the commit → change event. */
  readonly oplog: ByteStore;
  /** logical session id → its last retryable write or transaction. */
  readonly sessions: ByteStore;

  private readonly listeners = new Set<() => void>();
  private applied = 0;
  private visible = 0;
  /** The view of the newest state; kept until there is a newer one. */
  private newest: SharedView | undefined;
  private isFull = false;
  private closing: Promise<void> | undefined;

  private constructor(
    private readonly root: RootDatabase<Buffer, Buffer>,
    private readonly folder: string,
    private readonly events: EnvironmentEvents,
  ) {
    // Told before the jobs of the next group run, unlike the rejections; a commit that failed has no number.
    root.on('aftercommit', ({ txnId }: { txnId?: number }) => {
      if (txnId === undefined) events.rolledBack();
    });
    const store = (name: string): ByteStore => root.openDB({ name, encoding: 'binary', keyEncoding: 'binary' });
    this.documents = store('documents');
    this.entries = store('entries');
    this.catalog = store('catalog');
    this.oplog = store('oplog');
    this.sessions = store('sessions');
  }

  /** Opens (or makes) the database in a folder. */
  static open(folder: string, events: EnvironmentEvents): Environment {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // overlappingSync answers before the flush; without it a resolved write is on the disk.
    const root = open<Buffer, Buffer>({
      path: folder,
      noSubdir: false,
      encoding: 'binary',
      keyEncoding: 'binary',
      maxDbs: 8,
      maxReaders: 2000,
      overlappingSync: false,
      // With it, lmdb makes a promise of its own for each turn, which nobody could catch when a commit fails.
      eventTurnBatching: false,
    });
    return new Environment(root, folder, events);
  }

  /** The newest committed state. */
  snapshot(): Snapshot {
    if (this.newest?.sequence !== this.visible) {
      this.newest?.leave();
      this.root.resetReadTxn();
      this.newest = new SharedView(this.root.useReadTransaction(), this.visible);
    }
    return new Snapshot(this.newest.use());
  }

  /** The number this write job will have, as snapshots count them. Only meaningful inside one. */
  get jobNumber(): number {
    return this.applied + 1;
  }

  /** True when nothing was committed since the snapshot. Only meaningful inside a write job. */
  isCurrent(snapshot: Snapshot): boolean {
    return this.applied === snapshot.sequence;
  }

  /**
   * Runs `job` inside the next group commit and resolves once that commit is on the disk. Inside the job, reads without
   * a snapshot see all earlier jobs of the group. A job that refuses must throw before its first put: the others of
   * its group are committed all the same.
   *
   * @throws MongoError 14031 when the disk is full: the whole group is then refused, and reads go on.
   */
  async write<T>(job: () => T): Promise<T> {
    let outcome: { value: T } | { error: unknown } | undefined;
    let sequence = 0;
    try {
      await this.root.transaction(() => {
        try {
          outcome = { value: job() };
          sequence = ++this.applied;
        } catch (error) {
          outcome = { error };
        }
      });
    } catch (error) {
      throw await this.explain(error);
    }
    this.isFull = false;
    if (!outcome) throw new Error('The write was not run.');
    if ('error' in outcome) throw outcome.error;
    this.visible = Math.max(this.visible, sequence);
    for (const listener of [...this.listeners]) listener();
    return outcome.value;
  }

  /** What to answer to the writes of a group that was not committed. */
  private async explain(error: unknown): Promise<Error> {
    const cause = await causeOf(error);
    if (!isOutOfSpace(cause, this.folder)) {
      this.events.broken(cause);
      return cause;
    }
    if (!this.isFull) this.events.diskFull();
    this.isFull = true;
    return outOfDiskSpace();
  }

  /** Calls back after every commit, until the returned function is called. */
  onCommit(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Waits for the writes under way, and closes the files. */
  close(): Promise<void> {
    this.closing ??= this.closeFiles();
    return this.closing;
  }

  private async closeFiles(): Promise<void> {
    // lmdb frees its memory while closing: a view that outlived it would be ended in freed memory.
    this.newest?.leave();
    this.newest = undefined;
    await this.root.close();
  }
}
