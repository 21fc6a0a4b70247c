import { listFavourites } from '@/lib/models/list-favourites';
import { modelPageDto } from '@/lib/models/schemas';
import { pageQuery } from '@/lib/pagination';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'listFavourites',
    summary: 'The models I keep, latest first',
    access: 'client',
    query: pageQuery,
    response: modelPageDto,
  },
  ({ db, actor, query }) => listFavourites(db, actor, query),
);
