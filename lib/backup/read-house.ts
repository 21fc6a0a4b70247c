import { randomUUID } from 'node:crypto';
import type { ClientSession, Document } from 'mongodb';
import type { Database } from '../db/client';
import { followMeanwhile } from './changes-meanwhile';
import { idOf, RAW, type RawDocument } from './raw';

/** What belongs to the running of this very house and to nobody: who holds what now, and how often somebody knocked. */
const PASSING = new Set(['leases', 'rateLimits', 'restoreState']);
/** Documents asked for at a time. */
const AT_ONCE = 500;

/** What the house held at one moment. */
export interface ReadHouse {
  collections: { name: string; documents: number; indexes: Document[] }[];
  /** What changed after it was read first, and was read again. */
  superseded: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface Taker {
  /** Called for every document; while it waits, nothing more is read. */
  document(collection: string, document: RawDocument): Promise<void>;
  /** From here on comes what was read last: those that changed meanwhile, as they were at the moment of the backup. */
  settled(): Promise<void>;
}

/** The collections that a backup holds. */
async function namesOf(db: Database): Promise<string[]> {
  const found = await db.db.listCollections({}, { nameOnly: true }).toArray();
  return found
    .map(({ name }) => name)
    .filter((name) => !PASSING.has(name) && !name.startsWith('system.'))
    .sort();
}

/** Every document of a collection. Read at the primary, so that nothing acknowledged before now is missed. */
async function readAll(db: Database, name: string, take: Taker): Promise<void> {
  const cursor = db.db.collection(name, { readConcern: { level: 'local' } }).find({}, { ...RAW, batchSize: AT_ONCE });
  for await (const document of cursor) await take.document(name, document as unknown as RawDocument);
}

async function readAgain(
  db: Database,
  name: string,
  keys: ReadonlySet<string>,
  session: ClientSession,
  take: Taker,
): Promise<void> {
  const all = [...keys];
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const ids = all.slice(from, from + AT_ONCE).map(idOf);
    const cursor = db.db.collection(name).find({ _id: { $in: ids as never[] } }, { ...RAW, session });
    for await (const document of cursor) await take.document(name, document as unknown as RawDocument);
  }
}

/**
 * Reads the whole house as it is at one moment, while it works and however large it is. No snapshot is held meanwhile (a
 * server keeps one for minutes only): everything is read once while the changes are noted, then what changed is read again
 * in one short snapshot. A mark written after the snapshot was taken comes through the changes after everything before it.
 */
export async function readHouse(db: Database, take: Taker): Promise<ReadHouse> {
  const meanwhile = await followMeanwhile(db, PASSING);
  const session = db.client.startSession();
  try {
    for (const name of await namesOf(db)) await readAll(db, name, take);
    await take.settled();
    session.startTransaction({ readConcern: { level: 'snapshot' } });
    await db.db.collection('migrations').findOne({}, { session });
    await mark(db, (id) => meanwhile.upTo('leases', id));
    const superseded = new Map([...meanwhile.keys].map(([name, keys]) => [name, new Set(keys)]));
    for (const [name, keys] of superseded) await readAgain(db, name, keys, session, take);
    const collections: ReadHouse['collections'] = [];
    for (const name of await namesOf(db)) {
      const documents = await db.db.collection(name).countDocuments({}, { session });
      const indexes = await db.db.collection(name).indexes();
      collections.push({ name, documents, indexes });
    }
    return { collections, superseded };
  } finally {
    if (session.inTransaction()) await session.abortTransaction().catch(() => undefined);
    await session.endSession();
    await meanwhile.close();
  }
}

async function mark(db: Database, seen: (id: string) => Promise<void>): Promise<void> {
  const marks = db.db.collection<{ _id: string }>('leases');
  const _id = `backup-${randomUUID()}`;
  await marks.insertOne({ _id });
  try {
    await seen(_id);
  } finally {
    await marks.deleteOne({ _id });
  }
}

/** What is stored of a collection now, as a backup counts it. */
export async function* rawDocuments(db: Database, name: string): AsyncGenerator<RawDocument> {
  for await (const document of db.db.collection(name).find({}, RAW)) yield document as unknown as RawDocument;
}
