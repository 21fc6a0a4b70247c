import { listCouturiers } from '@/lib/auth/list-couturiers';
import { couturierDto } from '@/lib/auth/schemas';
import { pageOf, pageQuery, pageDto } from '@/lib/pagination';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'listCouturiers',
    summary: 'The couturiers of the house: their public profiles.',
    access: 'visitor',
    query: pageQuery,
    response: pageDto(couturierDto),
  },
  async ({ db, query }) => pageOf(await listCouturiers(db), query),
);
