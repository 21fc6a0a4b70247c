import { Catalog } from './catalog';
import { Environment, type EnvironmentEvents } from './environment';
import { BlockedByTransaction, Intents } from './intents';
import { Oplog } from './oplog';
import { SessionRecords, type SessionRecord } from './session-records';
import { UnitOfWork } from './unit-of-work';
import { MongoError } from '../errors';

/** What goes into the same commit as a plain write. */
export interface WriteOptions<T> {
  /** The session record of a retryable write, made from its result. */
  record?: (result: T) => { sessionId: string; record: SessionRecord };
  /** When the command's maxTimeMS runs out, in milliseconds since 1970. */
  deadline?: number;
}

/** The parts of an open data folder. */
export class Database {
  readonly environment: Environment;
  readonly catalog: Catalog;
  readonly oplog: Oplog;
  readonly sessionRecords: SessionRecords;
  readonly intents = new Intents();
  /** Transactions under way, so that dropping a collection can wait for those that wrote to it. */
  readonly transactions = new Set<UnitOfWork>();

  /** The folder must be this process's alone (see `claimFolder`). */
  constructor(folder: string, events: Omit<EnvironmentEvents, 'rolledBack'>) {
    const rolledBack = () => {
      this.catalog.restore();
      this.sessionRecords.restore();
    };
    this.environment = Environment.open(folder, { ...events, rolledBack });
    this.catalog = new Catalog(this.environment);
    this.oplog = new Oplog(this.environment);
    this.sessionRecords = new SessionRecords(this.environment);
  }

  /** Opens a multi-document transaction on the newest state; its owner must commit or end it. */
  beginTransaction(): UnitOfWork {
    const unit = new UnitOfWork(this, true);
    this.transactions.add(unit);
    void unit.finished.then(() => this.transactions.delete(unit));
    return unit;
  }

  /**
   * Runs a plain write and commits it. It starts again when another write got in between, and waits first when that
   * other is an open transaction; `work` may therefore run several times.
   *
   * @throws MongoError 50 when maxTimeMS runs out while waiting.
   */
  async write<T>(work: (unit: UnitOfWork) => Promise<T>, options: WriteOptions<T> = {}): Promise<T> {
    for (;;) {
      const unit = new UnitOfWork(this, false);
      try {
        const result = await work(unit);
        await unit.commit(options.record?.(result));
        return result;
      } catch (error) {
        if (error instanceof BlockedByTransaction) await waitUntil(error.until, options.deadline);
        else if (!(error instanceof MongoError && error.code === 112)) throw error;
      } finally {
        unit.end();
      }
    }
  }

  async close(): Promise<void> {
    for (const unit of this.transactions) unit.end();
    await this.environment.close();
  }
}

/** Waits for a promise until a deadline. @throws MongoError 50 after it. */
export async function waitUntil(promise: Promise<void>, deadline: number | undefined): Promise<void> {
  if (deadline === undefined) return promise;
  let timer: NodeJS.Timeout | undefined;
  const expired = new Promise<never>((_, reject) => {
    const error = new MongoError(50, 'MaxTimeMSExpired', 'operation exceeded time limit');
    timer = setTimeout(() => reject(error), Math.max(0, deadline - Date.now()));
  });
  try {
    await Promise.race([promise, expired]);
  } finally {
    clearTimeout(timer);
  }
}
