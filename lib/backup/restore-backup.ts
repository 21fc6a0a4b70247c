import { BSON, type IndexDescription } from 'mongodb';
import type { Database } from '../db/client';
import { ALL_MIGRATIONS } from '../db/migrations/all-migrations';
import { KEPT_BESIDE, type Manifest, type Totals, totalsOf } from './manifest';
import { openBackup, type OpenBackup, tallies } from './open-backup';
import { EXACT, type RawDocument } from './raw';
import { rawDocuments } from './read-house';
import { BackupRefused } from './refusal';

const BATCH_BYTES = 8 * 1024 * 1024;
const BATCH = 1000;

/** Written before the first document and taken away after the last was compared; a house that has it is half a house. */
const restores = (db: Database) => db.db.collection<{ _id: 'restore'; from: string; startedAt: Date }>('restoreState');

/** Whether a restore into this database was begun and not ended. */
export const isHalfRestored = async (db: Database): Promise<boolean> => (await restores(db).findOne({})) !== null;

/** What is there once a house was opened, before anybody lives in it. */
const BEFORE_PEOPLE = new Set(['house', 'migrations', 'leases', 'locks', 'rateLimits', 'restoreState', 'houseKeys']);

/** Whether anything is stored that a person made. */
async function isLivedIn(db: Database): Promise<boolean> {
  for (const { name } of await db.db.listCollections({}, { nameOnly: true }).toArray())
    if (!BEFORE_PEOPLE.has(name) && (await db.db.collection(name).findOne({}, { projection: { _id: 1 } }))) return true;
  return false;
}

export interface Restored extends Totals {
  madeAt: string;
  /** The root of the keys of the house that was saved. */
  root: string | undefined;
}

/**
 * Puts a backup into a database in which nobody lives yet, and compares every document with what was saved. One that was cut off is begun
 * again from the start.
 * @throws BackupRefused `notEmpty` when somebody lives there: nothing is touched; and whatever is wrong with the file
 */
export async function restoreBackup(db: Database, path: string, passphrase: string | undefined): Promise<Restored> {
  const backup = await openBackup(path, passphrase);
  try {
    const { header, manifest } = backup;
    if (header.data > ALL_MIGRATIONS.length) throw new BackupRefused('newerData', { program: header.program });
    if (!(await isHalfRestored(db)) && (await isLivedIn(db))) throw new BackupRefused('notEmpty');
    await clear(db);
    await restores(db).replaceOne({ _id: 'restore' }, { from: path, startedAt: new Date() }, { upsert: true });
    const root = await fill(db, backup);
    await compare(db, manifest);
    await index(db, manifest);
    await restores(db).drop();
    return { ...totalsOf(manifest), madeAt: header.madeAt, root };
  } finally {
    await backup.close();
  }
}

/** Everything but the mark that a restore is under way. */
async function clear(db: Database): Promise<void> {
  for (const { name } of await db.db.listCollections({}, { nameOnly: true }).toArray())
    if (name !== 'restoreState' && !name.startsWith('system.')) await db.db.collection(name).drop();
}

async function fill(db: Database, backup: OpenBackup): Promise<string | undefined> {
  let root: string | undefined;
  let batch: RawDocument[] = [];
  let bytes = 0;
  let into = '';
  const flush = async () => {
    if (batch.length === 0) return;
    const documents = batch.map((one) => BSON.deserialize(one, EXACT));
    batch = [];
    bytes = 0;
    await db.db.collection(into).insertMany(documents, { ignoreUndefined: false });
  };
  for await (const { collection, document } of backup.documents()) {
    if (collection === KEPT_BESIDE) {
      root = (BSON.deserialize(document) as { root?: string }).root;
      continue;
    }
    if (collection !== into || batch.length === BATCH || bytes > BATCH_BYTES) await flush();
    into = collection;
    batch.push(Uint8Array.from(document));
    bytes += document.byteLength;
  }
  await flush();
  return root;
}

async function* stored(db: Database, name: string) {
  for await (const document of rawDocuments(db, name)) yield { collection: name, document };
}

/** Every document that is stored now, byte by byte, with what was saved. */
async function compare(db: Database, { collections }: Manifest): Promise<void> {
  for (const { name, documents, bytes, sum } of collections) {
    if (name === KEPT_BESIDE) continue;
    const found = (await tallies(stored(db, name))).get(name) ?? { documents: 0, bytes: 0, sum };
    if (found.documents !== documents || found.bytes !== bytes || found.sum !== sum)
      throw new BackupRefused('differs', { name });
  }
}

/** The same indexes; those that a newer version wants are made when it starts. */
async function index(db: Database, { collections }: Manifest): Promise<void> {
  for (const { name, indexes } of collections) {
    const wanted = indexes
      .filter((one) => one['name'] !== '_id_')
      .map(({ v: _, ns: __, ...one }) => one as unknown as IndexDescription);
    if (wanted.length > 0) await db.db.collection(name).createIndexes(wanted);
  }
}
