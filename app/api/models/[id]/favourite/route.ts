import { z } from 'zod';
import { toId } from '@/lib/db/ids';
import { dropFavourite, keepFavourite } from '@/lib/models/keep-favourite';
import { defineRoute } from '@/lib/web/define-route';

const params = z.strictObject({ id: z.string() });

export const PUT = defineRoute(
  { operation: 'keepFavourite', summary: 'Keeps a model among my favourites', access: 'client', params, status: 204 },
  ({ db, actor, params: { id } }) => keepFavourite(db, actor, toId(id)),
);

export const DELETE = defineRoute(
  { operation: 'dropFavourite', summary: 'Lets a favourite go', access: 'client', params, status: 204 },
  ({ db, actor, params: { id } }) => dropFavourite(db, actor, toId(id)),
);
