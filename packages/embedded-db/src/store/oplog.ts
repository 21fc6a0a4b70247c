import { Timestamp } from 'bson';
import { decode, encode } from '../bson/codec';
import type { Document } from '../bson/value';
import type { Environment } from './environment';

const KEY_BYTES = 12;
/** Sorts before all events; holds the place of the last one that was trimmed. */
const TRIMMED = Buffer.alloc(KEY_BYTES);

/** What happened, as change streams will tell it. `operation` is MongoDB's `operationType`. */
export interface ChangeEvent {
  operation: 'insert' | 'update' | 'replace' | 'delete' | 'drop' | 'dropDatabase';
  database: string;
  collection?: string;
  /** The rest of the event: documentKey, updateDescription, txnNumber, lsid. */
  details: Document;
  /** The document after an insert or a replacement, as BSON. */
  fullDocument?: Buffer;
}

/** An event as read back, with its place in the log. */
export interface LoggedEvent extends ChangeEvent {
  key: Buffer;
  clusterTime: Timestamp;
  wallTime: Date;
}

/** The place of an event: cluster time, then its number within the commit; as bytes it sorts by time. */
function logKey(time: Timestamp, position: number): Buffer {
  const key = Buffer.allocUnsafe(KEY_BYTES);
  key.writeUInt32BE(time.t, 0);
  key.writeUInt32BE(time.i, 4);
  key.writeUInt32BE(position, 8);
  return key;
}

const timeOfKey = (key: Buffer): Timestamp => new Timestamp({ t: key.readUInt32BE(0), i: key.readUInt32BE(4) });

/** The log of changes and the logical clock that dates them. */
export class Oplog {
  private seconds = 0;
  private increment = 0;

  constructor(private readonly environment: Environment) {
    for (const key of environment.oplog.getKeys({ reverse: true, limit: 1 })) {
      this.seconds = key.readUInt32BE(0);
      this.increment = key.readUInt32BE(4);
    }
  }

  /** The next cluster time: seconds since 1970 and a counter; it never goes back, even when the wall clock does. */
  private tick(): Timestamp {
    const now = Math.floor(Date.now() / 1000);
    if (now > this.seconds) {
      this.seconds = now;
      this.increment = 1;
    } else {
      this.increment++;
    }
    return this.now();
  }

  /** The time of the latest commit; the wall clock's second when nothing was written yet. */
  now(): Timestamp {
    if (this.seconds === 0) this.seconds = Math.floor(Date.now() / 1000);
    return new Timestamp({ t: this.seconds, i: Math.max(1, this.increment) });
  }

  /** Appends the events of one commit; runs inside a write job. */
  append(events: readonly ChangeEvent[]): void {
    const time = this.tick();
    const wallTime = new Date();
    events.forEach((event, position) => {
      const header = encode({
        operation: event.operation,
        database: event.database,
        collection: event.collection,
        wallTime,
        details: event.details,
      });
      const value = event.fullDocument ? Buffer.concat([header, event.fullDocument]) : header;
      this.environment.oplog.putSync(logKey(time, position), value);
    });
  }

  /** Up to `limit` events after a place in the log. */
  read(after: Buffer, limit: number): LoggedEvent[] {
    const events: LoggedEvent[] = [];
    const snapshot = this.environment.snapshot();
    try {
      const range = { start: Buffer.concat([after, Buffer.from([0])]), limit, transaction: snapshot.transaction };
      for (const { key, value } of this.environment.oplog.getRange(range)) events.push(readEvent(key, value));
    } finally {
      snapshot.release();
    }
    return events;
  }

  /** One event, if it is still kept. */
  at(key: Buffer): LoggedEvent | undefined {
    const value = this.environment.oplog.get(key);
    return value && readEvent(key, value);
  }

  /** Whether events after this place may have been trimmed away. */
  isForgotten(place: Buffer): boolean {
    const trimmed = this.environment.oplog.get(TRIMMED);
    return trimmed !== undefined && Buffer.compare(place, trimmed) < 0;
  }

  /** The place before everything of a time. */
  before(time: Timestamp): Buffer {
    return logKey(time, 0).subarray(0, 8);
  }

  /** The place after the newest event. */
  newest(): Buffer {
    return logKey(this.now(), 0xffffffff);
  }

  /** Forgets the oldest events beyond `keep`, a few thousand at a time. */
  async trim(keep: number): Promise<void> {
    const excess = Math.min(5000, this.environment.oplog.getKeysCount() - keep);
    if (excess <= 0) return;
    const start = Buffer.concat([TRIMMED, Buffer.from([0])]);
    const keys = [...this.environment.oplog.getKeys({ start, limit: excess })].map((key) => Buffer.from(key));
    const last = keys.at(-1);
    if (!last) return;
    await this.environment.write(() => {
      for (const key of keys) this.environment.oplog.removeSync(key);
      this.environment.oplog.putSync(TRIMMED, last);
    });
  }
}

function readEvent(key: Buffer, value: Buffer): LoggedEvent {
  const headerLength = value.readInt32LE(0);
  const header = decode(value.subarray(0, headerLength));
  return {
    key: Buffer.from(key),
    clusterTime: timeOfKey(key),
    operation: header.operation as ChangeEvent['operation'],
    database: header.database as string,
    collection: header.collection as string | undefined,
    wallTime: header.wallTime as Date,
    details: header.details as Document,
    fullDocument: value.length > headerLength ? value.subarray(headerLength) : undefined,
  };
}
