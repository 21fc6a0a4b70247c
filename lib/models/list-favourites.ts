import { ObjectId } from 'mongodb';
import type { ClientActor } from '../actor';
import type { Database } from '../db/client';
import { AppError } from '../errors';
import { decodeCursor, type Page, toPage } from '../pagination';
import { type FavouriteDocument, favourites, models } from './documents';
import { toModel } from './dto';
import type { ModelDto } from './schemas';

function after(cursor: string | undefined) {
  if (cursor === undefined) return {};
  const [at, id] = decodeCursor(cursor) ?? [];
  if (typeof at !== 'number' || typeof id !== 'string' || !/^[0-9a-f]{24}$/.test(id))
    throw new AppError('invalid_request');
  const createdAt = new Date(at);
  return { $or: [{ createdAt: { $lt: createdAt } }, { createdAt, _id: { $lt: new ObjectId(id) } }] };
}

/** The client's favourites, latest first. A model that left the catalogue is left out until it comes back. */
export async function listFavourites(
  db: Database,
  actor: ClientActor,
  query: { limit: number; cursor?: string },
): Promise<Page<ModelDto>> {
  const rows = await favourites(db)
    .find({ clientId: actor.clientId, ...after(query.cursor) })
    .sort({ createdAt: -1, _id: -1 })
    .limit(query.limit + 1)
    .toArray();
  const page = toPage(
    rows,
    query.limit,
    (row: FavouriteDocument) => row.modelId,
    (row) => [row.createdAt.getTime(), row._id.toHexString()],
  );
  const found = await models(db)
    .find({ _id: { $in: page.items }, status: 'published' })
    .toArray();
  const byId = new Map(found.map((model) => [model._id.toHexString(), model]));
  const items = page.items.flatMap((id) => {
    const model = byId.get(id.toHexString());
    return model ? [toModel(model)] : [];
  });
  return { items, nextCursor: page.nextCursor };
}

/** Which models the client keeps, for the hearts of a page. */
export async function favouriteIds(db: Database, actor: ClientActor): Promise<string[]> {
  const rows = await favourites(db)
    .find({ clientId: actor.clientId }, { projection: { modelId: 1 } })
    .toArray();
  return rows.map((row) => row.modelId.toHexString());
}
