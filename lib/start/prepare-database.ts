import { ALL_INDEXES } from './all-indexes';
import type { Database } from '../db/client';
import { createIndexes, dropRetiredIndexes } from '../db/indexes';
import { ALL_MIGRATIONS } from '../db/migrations/all-migrations';
import { runMigrations } from '../db/migrations/run-migrations';
import { INDEXES_EVER_MADE } from './indexes-ever-made';

/**
 * Makes the database fit for this version before anything is served: old documents take today's shape, then every index is
 * made and those of earlier versions go. Whoever starts first does it, the others wait; done before, it costs one read.
 * @returns the names of the migrations that were run
 * @throws NewerSchemaError when a newer version has written to it, and whatever the database says
 */
export async function prepareDatabase(db: Database): Promise<string[]> {
  const ran = await runMigrations(db, ALL_MIGRATIONS);
  await createIndexes(db, ALL_INDEXES);
  await dropRetiredIndexes(db, ALL_INDEXES, INDEXES_EVER_MADE);
  return ran;
}
