import type { ClientActor } from '../actor';
import type { Database } from '../db/client';
import { keyset, readPage } from '../db/keyset';
import type { Page } from '../pages';
import { type FavouriteDocument, favourites, models } from './documents';
import { toModel } from './dto';
import type { ModelDto } from './schemas';

const LATEST = keyset<FavouriteDocument>(['createdAt', -1, 'date']);

/** The client's favourites, latest first. A model that left the catalogue is left out until it comes back. */
export async function listFavourites(
  db: Database,
  actor: ClientActor,
  query: { limit: number; cursor?: string },
): Promise<Page<ModelDto>> {
  const { rows, nextCursor } = await readPage(favourites(db), { clientId: actor.clientId }, LATEST, query);
  const kept = rows.map((row) => row.modelId);
  const found = await models(db)
    .find({ _id: { $in: kept }, status: 'published' })
    .toArray();
  const byId = new Map(found.map((model) => [model._id.toHexString(), model]));
  const items = kept.flatMap((id) => {
    const model = byId.get(id.toHexString());
    return model ? [toModel(model)] : [];
  });
  return { items, nextCursor };
}
