import { z } from 'zod';
import { listCouturiers } from '@/lib/auth/list-couturiers';
import { couturierResponse } from '@/lib/auth/schemas';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'listCouturiers',
    summary: 'The couturiers of the house: their public profiles.',
    access: 'visitor',
    response: z.object({ items: z.array(couturierResponse), nextCursor: z.null() }),
  },
  async ({ db }) => ({ items: await listCouturiers(db), nextCursor: null }),
);
