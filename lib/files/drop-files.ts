import type { ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import { files } from './documents';
import { eraseBytes } from './repository';

/** Removes files that serve nothing any more: first what is known of them, then their bytes. */
export async function dropFiles(db: Database, ids: readonly ObjectId[]): Promise<void> {
  await files(db).deleteMany({ _id: { $in: [...ids] } });
  await eraseBytes(db, ids);
}
