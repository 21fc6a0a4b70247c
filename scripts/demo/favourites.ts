import { newId } from '../../lib/db/ids';
import { favourites } from '../../lib/models/documents';
import type { DemoContext } from './context';
import type { ClientKey } from './people';

/** What each keeps, the latest first. */
const KEPT: Partial<Record<ClientKey, readonly string[]>> = {
  awa: ['caftan-ceremonie', 'robe-grecque', 'tailleur-croise', 'robe-clair-de-lune'],
  camille: ['robe-peplum-wax', 'manteau-kimono'],
};

/** The models that clients of the demo dream of. */
export async function loadFavourites(ctx: DemoContext): Promise<void> {
  const rows = Object.entries(KEPT).flatMap(([key, slugs]) =>
    slugs.map((slug, index) => {
      const modelId = ctx.models[slug];
      if (!modelId) throw new Error(`favourites: no model ${slug}`);
      return { _id: newId(), clientId: ctx.clients[key as ClientKey], modelId, createdAt: ctx.day(-4 - index * 9, 20) };
    }),
  );
  await favourites(ctx.db).insertMany(rows);
}
