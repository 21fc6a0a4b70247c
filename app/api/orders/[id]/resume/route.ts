import { resumeOrder } from '@/lib/orders/resume-order';
import { orderDto } from '@/lib/orders/answers';
import { orderParams, resumeOrderInput } from '@/lib/orders/schemas';
import { announceOrder } from '@/lib/announcers';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'resumeOrder',
    summary: 'Takes a held order up again',
    access: 'staff',
    params: orderParams,
    body: resumeOrderInput,
    response: orderDto,
    idempotent: true,
  },
  ({ db, actor, params, body }) => resumeOrder(db, actor, params.id, body, announceOrder),
);
