import { randomInt } from 'node:crypto';
import { Long } from 'bson';
import { MongoError } from './errors';
import type { UnitOfWork } from './store/unit-of-work';
import { CursorReply } from './wire/reply';
import type { Document } from './bson/value';

/** MongoDB's first batch when the client names no size. */
const FIRST_BATCH = 101;
/** A batch ends before its documents exceed this. */
const BATCH_BYTES = 16 * 1024 * 1024 - 16 * 1024;
/** MongoDB closes a cursor nobody asks for this long (cursorTimeoutMillis). */
const IDLE_MS = 600_000;

/** A source of result documents that can say more than the documents themselves. */
export interface CursorSource {
  /** The next batch; `done` when there will be no more. */
  next(size: number, maxTimeMs: number | undefined): Promise<{ documents: Buffer[]; done: boolean; fields?: Document }>;
  close(): void;
}

export interface Cursor {
  id: number;
  namespace: string;
  source: CursorSource;
  /** The transaction it was opened in; it may only be read there. */
  unit: UnitOfWork | undefined;
  lastUse: number;
  busy: boolean;
}

/** The results clients have not finished reading. */
export class Cursors {
  private readonly cursors = new Map<number, Cursor>();

  /** Answers the first batch of a result, and keeps the rest for `getMore`. */
  async open(
    namespace: string,
    source: CursorSource,
    options: { batchSize?: number; single?: boolean; unit?: UnitOfWork },
  ): Promise<CursorReply> {
    const cursor: Cursor = { id: 0, namespace, source, unit: options.unit, lastUse: Date.now(), busy: false };
    try {
      const { documents, done, fields } = await source.next(options.batchSize ?? FIRST_BATCH, 0);
      if (done || options.single) source.close();
      else this.keep(cursor);
      return new CursorReply('firstBatch', documents, { id: Long.fromNumber(cursor.id), ns: namespace, ...fields });
    } catch (error) {
      source.close();
      throw error;
    }
  }

  /** @throws MongoError 43 when the cursor is unknown, 13 when it belongs to another collection. */
  async more(id: number, namespace: string, size: number, maxTimeMs: number | undefined, unit?: UnitOfWork) {
    const cursor = this.cursors.get(id);
    if (!cursor) throw new MongoError(43, 'CursorNotFound', `cursor id ${id} not found`);
    if (cursor.namespace !== namespace) {
      const message = `Requested getMore on namespace '${namespace}', but cursor belongs to a different namespace ${cursor.namespace}`;
      throw new MongoError(13, 'Unauthorized', message);
    }
    if (cursor.unit !== unit) {
      const message = `Cannot run getMore on cursor ${id}, which was not created in the same transaction`;
      throw new MongoError(cursor.unit ? 50740 : 50741, cursor.unit ? 'Location50740' : 'Location50741', message);
    }
    if (cursor.busy) throw new MongoError(12051, 'CursorInUse', `cursor id ${id} is already in use`);
    cursor.busy = true;
    cursor.lastUse = Date.now();
    try {
      const { documents, done, fields } = await cursor.source.next(size, maxTimeMs);
      const isClosed = done || !this.cursors.has(id);
      if (done) this.kill(id);
      return new CursorReply('nextBatch', documents, {
        id: isClosed ? Long.ZERO : Long.fromNumber(id),
        ns: namespace,
        ...fields,
      });
    } catch (error) {
      this.kill(id);
      throw error;
    } finally {
      cursor.busy = false;
      cursor.lastUse = Date.now();
    }
  }

  /** Closes a cursor; false when there is none. */
  kill(id: number): boolean {
    const cursor = this.cursors.get(id);
    if (!cursor) return false;
    this.cursors.delete(id);
    cursor.source.close();
    return true;
  }

  /** Closes what was opened in a transaction that has ended, and what nobody reads any more. */
  expire(): void {
    const before = Date.now() - IDLE_MS;
    for (const cursor of this.cursors.values()) {
      if (cursor.unit?.isOpen === false || (!cursor.busy && cursor.lastUse < before)) this.kill(cursor.id);
    }
  }

  closeAll(): void {
    for (const id of [...this.cursors.keys()]) this.kill(id);
  }

  private keep(cursor: Cursor): void {
    do cursor.id = randomInt(1, 2 ** 47);
    while (this.cursors.has(cursor.id));
    this.cursors.set(cursor.id, cursor);
  }
}

/**
 * Serves results in batches. `release` runs once, when they are read or given up.
 *
 * @param encode the BSON of one result.
 */
export function streamSource<T>(
  results: Iterable<T> | AsyncIterable<T>,
  encode: (result: T) => Buffer,
  release: () => void = () => undefined,
): CursorSource {
  const iterator = Symbol.asyncIterator in results ? results[Symbol.asyncIterator]() : results[Symbol.iterator]();
  let waiting: Buffer | undefined;
  let closed = false;
  let reading = false;
  let released = false;
  // Ending the generators closes their lmdb cursors; the view they read from must outlive them.
  const finish = async () => {
    if (released) return;
    released = true;
    try {
      await iterator.return?.();
    } finally {
      release();
    }
  };
  const fill = async (size: number): Promise<{ documents: Buffer[]; done: boolean }> => {
    const documents: Buffer[] = [];
    let bytes = 0;
    // One document is read ahead, so that a result that just fills its batch leaves no cursor behind.
    while (!closed) {
      if (!waiting) {
        if (size === 0) break;
        const next = await iterator.next();
        if (next.done === true) return { documents, done: true };
        waiting = encode(next.value);
      }
      if (documents.length >= size || (documents.length > 0 && bytes + waiting.length > BATCH_BYTES)) break;
      documents.push(waiting);
      bytes += waiting.length;
      waiting = undefined;
    }
    return { documents, done: false };
  };
  return {
    close() {
      closed = true;
      if (!reading) void finish();
    },
    async next(size) {
      reading = true;
      let done = true;
      try {
        const batch = await fill(size);
        done = batch.done;
        return batch;
      } finally {
        reading = false;
        if (done || closed) await finish();
      }
    },
  };
}
