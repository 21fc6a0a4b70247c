import type { ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import { notFound } from '../errors';
import { models } from './documents';
import { toModel } from './dto';
import type { ModelDto } from './schemas';

/**
 * Takes a model out of the catalogue. Nothing is erased: orders and conversations made from it keep it. Archiving twice
 * changes nothing.
 * @throws AppError not_found.
 */
export async function archiveModel(db: Database, id: ObjectId): Promise<ModelDto> {
  const archived = await models(db).findOneAndUpdate(
    { _id: id, status: { $ne: 'archived' } },
    { $set: { status: 'archived', updatedAt: new Date() }, $inc: { version: 1 } },
    { returnDocument: 'after' },
  );
  const model = archived ?? (await models(db).findOne({ _id: id }));
  if (!model) throw notFound();
  return toModel(model);
}
