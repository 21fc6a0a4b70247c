import { type ClientSession, type Db, MongoClient } from 'mongodb';
import { env } from '../env';

const OPTIONS = {
  appName: 'fashionflow',
  // Every write of the house is a promise to somebody: majority and journaled, always.
  writeConcern: { w: 'majority', journal: true },
  readConcern: { level: 'majority' },
  ignoreUndefined: true,
  serverSelectionTimeoutMS: 5_000,
  // A database that hangs is noticed within fifteen seconds instead of the driver's forty.
  connectTimeoutMS: 5_000,
  heartbeatFrequencyMS: 5_000,
  maxPoolSize: 20,
} as const;

/** A connection to the database at `uri`, with the house's promises set. */
export const connect = (uri: string): MongoClient => new MongoClient(uri, OPTIONS);

/**
 * The database as the domains see it: the collections, and a way to run a transaction.
 * Use cases receive it first: `(db, actor, input)`.
 */
export interface Database {
  readonly client: MongoClient;
  readonly db: Db;
}

/** Wraps a client and a database name. */
export const database = (client: MongoClient, name: string): Database => ({ client, db: client.db(name) });

/**
 * Runs `work` in one transaction, retried by the driver on transient conflicts; so `work` must be repeatable and
 * must pass `session` to every operation.
 */
export async function inTransaction<T>(db: Database, work: (session: ClientSession) => Promise<T>): Promise<T> {
  return db.client.withSession((session) =>
    session.withTransaction(() => work(session), {
      readConcern: { level: 'snapshot' },
      writeConcern: { w: 'majority', journal: true },
    }),
  );
}

/** Kept on globalThis: in development each reload would open another pool. */
const holder = globalThis as typeof globalThis & { fashionflowDatabase?: Database };

/** The app's own database, from MONGODB_URI (which `npm start` sets when it runs the embedded one). */
export function appDatabase(): Database {
  if (!holder.fashionflowDatabase) {
    const uri = env().MONGODB_URI;
    if (!uri)
      throw new Error('MONGODB_URI is not set: start the house with `npm start`, which brings its own database.');
    holder.fashionflowDatabase = database(connect(uri), env().MONGODB_DB);
  }
  return holder.fashionflowDatabase;
}
