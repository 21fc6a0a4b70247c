import type { Database } from '../client';
import { withLease } from '../with-lease';
import type { Migration, MigrationDocument } from './migration';

/** The database is of a later version of FashionFlow than this one: it is not touched. The message can be shown as it is. */
export class NewerSchemaError extends Error {
  constructor(name: string, found: number, known: number) {
    super(
      `The database ${name} belongs to a newer FashionFlow (its data are of version ${found}, this one knows ${known}). Start the newer FashionFlow, or restore a copy made before it.`,
    );
  }
}

const records = (db: Database) => db.db.collection<MigrationDocument>('migrations');

/**
 * Brings the database to the shape that this version reads and writes: what was not run yet, in order, once, by one process
 * at a time; the others wait here. A migration that was cut off is begun again.
 * @returns the names of those that were run
 * @throws NewerSchemaError before anything is changed
 */
export async function runMigrations(db: Database, all: readonly Migration[]): Promise<string[]> {
  const done = await doneVersions(db, all);
  if (all.every(({ version }) => done.has(version))) return [];
  return withLease(db, 'migrations', async () => {
    const meanwhile = await doneVersions(db, all);
    const ran: string[] = [];
    for (const { version, name, up } of all) {
      if (meanwhile.has(version)) continue;
      await records(db).updateOne({ _id: version }, { $set: { name, startedAt: new Date() } }, { upsert: true });
      await up(db);
      await records(db).updateOne({ _id: version }, { $set: { finishedAt: new Date() } });
      ran.push(name);
    }
    return ran;
  });
}

/** Whether some of it was not run yet. @throws NewerSchemaError */
export async function isBehind(db: Database, all: readonly Migration[]): Promise<boolean> {
  const done = await doneVersions(db, all);
  return !all.every(({ version }) => done.has(version));
}

/** The versions that were run to their end. One of a newer version counts from its beginning: it may have changed something. */
async function doneVersions(db: Database, all: readonly Migration[]): Promise<Set<number>> {
  const known = all.length;
  const found = await records(db).find().toArray();
  const newest = Math.max(0, ...found.map(({ _id }) => _id));
  if (newest > known) throw new NewerSchemaError(db.db.databaseName, newest, known);
  return new Set(found.filter(({ finishedAt }) => finishedAt).map(({ _id }) => _id));
}
