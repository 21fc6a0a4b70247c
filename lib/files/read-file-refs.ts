import type { ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import { files } from './documents';
import { toFileRef } from './dto';
import type { FileRefDto } from './schemas';

/** Several files in a few words, by hex id. For what they are attached to, which keeps its own scope. */
export async function readFileRefs(db: Database, ids: readonly ObjectId[]): Promise<Map<string, FileRefDto>> {
  if (ids.length === 0) return new Map();
  const found = await files(db)
    .find({ _id: { $in: [...ids] } })
    .toArray();
  return new Map(found.map((file) => [file._id.toHexString(), toFileRef(file)]));
}
