import { listCouturiers } from '@/lib/auth/list-couturiers';
import { couturierResponse } from '@/lib/auth/schemas';
import { pageOf, pageQuery, pageSchema } from '@/lib/pagination';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'listCouturiers',
    summary: 'The couturiers of the house: their public profiles.',
    access: 'visitor',
    query: pageQuery,
    response: pageSchema(couturierResponse),
  },
  async ({ db, query }) => pageOf(await listCouturiers(db), query),
);
