import type { ObjectId } from 'mongodb';
import type { ClientActor } from '../actor';
import type { Database } from '../db/client';
import { notFound } from '../errors';
import { favourites } from './documents';
import { findPublishedModel } from './find-model';

/**
 * Keeps a model among the client's favourites; keeping it twice changes nothing.
 * @throws AppError not_found for a model that is not published.
 */
export async function keepFavourite(db: Database, actor: ClientActor, modelId: ObjectId): Promise<void> {
  if (!(await findPublishedModel(db, modelId))) throw notFound();
  const pair = { clientId: actor.clientId, modelId };
  await favourites(db).updateOne(pair, { $setOnInsert: { createdAt: new Date() } }, { upsert: true });
}

/** Lets a favourite go; one that was never kept is let go just the same. */
export async function dropFavourite(db: Database, actor: ClientActor, modelId: ObjectId): Promise<void> {
  await favourites(db).deleteOne({ clientId: actor.clientId, modelId });
}
