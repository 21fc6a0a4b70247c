import type { ObjectId } from 'mongodb';
import { type Actor, isStaff } from '../actor';
import type { Database } from '../db/client';
import { notFound } from '../errors';
import { type ModelDocument, models } from '../models/documents';

/**
 * A model that can be ordered: a published one, or for the staff any.
 * @throws AppError not_found.
 */
export async function findOrderableModel(db: Database, actor: Actor, _id: ObjectId): Promise<ModelDocument> {
  const model = await models(db).findOne(isStaff(actor) ? { _id } : { _id, status: 'published' });
  if (!model) throw notFound();
  return model;
}
