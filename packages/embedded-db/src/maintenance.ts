import { toNumber } from './bson/number';
import { isDocument, isNumber } from './bson/value';
import { breathe } from './breathe';
import type { ServerState } from './commands/context';
import { SESSION_TIMEOUT_MINUTES } from './sessions';
import type { Collection } from './store/catalog';
import type { Database } from './store/database';
import type { Index } from './store/index-definition';
import { prepareRead, readMatches } from './store/reader';

/** MongoDB's ttlMonitorSleepSecs. */
const INTERVAL_MS = 60_000;
/** Documents one commit of the TTL monitor removes at most, so that it does not hold up other writes. */
const EXPIRED_AT_A_TIME = 500;
/** Change events kept for streams that resume. */
const EVENTS_KEPT = 100_000;

/** What the server does by itself every minute; the returned function stops it and waits for a round under way. */
export function startMaintenance(server: ServerState, report: (error: unknown) => void): () => Promise<void> {
  let round = Promise.resolve();
  const timer = setInterval(() => {
    round = round.then(() => runMaintenance(server, new Date())).catch(report);
  }, INTERVAL_MS).unref();
  return () => {
    clearInterval(timer);
    return round;
  };
}

async function runMaintenance({ database, cursors, sessions }: ServerState, now: Date): Promise<void> {
  cursors.expire();
  sessions.expire();
  for (const collection of database.catalog.list()) {
    for (const index of collection.indexes) await removeExpired(database, collection, index, now);
  }
  await database.oplog.trim(EVENTS_KEPT);
  await database.sessionRecords.expire(new Date(now.getTime() - SESSION_TIMEOUT_MINUTES * 60_000));
}

/** Removes the documents a TTL index says are over: any date of an array counts, other values never expire. */
async function removeExpired(database: Database, collection: Collection, index: Index, now: Date): Promise<void> {
  const seconds = index.spec.expireAfterSeconds;
  const [field] = index.fields;
  if (!isNumber(seconds) || field === undefined) return;
  const limit = new Date(now.getTime() - toNumber(seconds) * 1000);
  const partial = index.spec.partialFilterExpression;
  const expired = { [field]: { $lt: limit } };
  const filter = isDocument(partial) ? { $and: [expired, partial] } : expired;
  for (let removed = EXPIRED_AT_A_TIME; removed === EXPIRED_AT_A_TIME;) {
    removed = await database.write(async (unit) => {
      const prepared = prepareRead(collection, { filter, limit: EXPIRED_AT_A_TIME });
      let count = 0;
      for await (const match of readMatches(database, unit, collection, prepared)) {
        unit.remove(collection, match);
        count++;
      }
      return count;
    });
    await breathe();
  }
}
