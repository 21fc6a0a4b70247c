import { z } from 'zod';
import { findCouturier } from '@/lib/auth/list-couturiers';
import { couturierDto } from '@/lib/auth/schemas';
import { toId } from '@/lib/db/ids';
import { notFound } from '@/lib/errors';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'getCouturier',
    summary: 'One couturier’s public profile.',
    access: 'visitor',
    params: z.object({ id: z.string() }),
    response: couturierDto,
  },
  async ({ db, params }) => {
    const couturier = await findCouturier(db, toId(params.id));
    if (!couturier) throw notFound();
    return couturier;
  },
);
