import type { ObjectId } from 'mongodb';
import type { Actor } from '../actor';
import type { Database } from '../db/client';
import { notFound } from '../errors';
import { type ModelDocument, models } from './documents';
import { toModel } from './dto';
import { findVisible } from './repository';
import type { ModelDto } from './schemas';

/**
 * One model, by its slug (staff: also by id).
 * @throws AppError not_found for a draft or an archived model that the caller may not see.
 */
export async function findModel(db: Database, actor: Actor | null, key: string): Promise<ModelDto> {
  const model = await findVisible(db, actor, key);
  if (!model) throw notFound();
  return toModel(model);
}

/** Published models by id, in no order: for an order or a conversation that names one. */
export const findPublishedModel = (db: Database, id: ObjectId): Promise<ModelDocument | null> =>
  models(db).findOne({ _id: id, status: 'published' });

/** Several of them, by hex id. */
export async function findPublishedModels(db: Database, ids: readonly ObjectId[]): Promise<Map<string, ModelDocument>> {
  if (ids.length === 0) return new Map();
  const found = await models(db)
    .find({ _id: { $in: [...ids] }, status: 'published' })
    .toArray();
  return new Map(found.map((model) => [model._id.toHexString(), model]));
}

/** A model that was shown once and is put away, for the page that says so; `null` for any other. */
export async function findArchivedModel(db: Database, slug: string): Promise<ModelDto | null> {
  const model = await models(db).findOne({ slug, status: 'archived' });
  return model && toModel(model);
}
