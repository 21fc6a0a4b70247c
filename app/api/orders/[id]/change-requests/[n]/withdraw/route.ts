import { withdrawChange } from '@/lib/orders/withdraw-change';
import { noInput, orderPartParams } from '@/lib/orders/schemas';
import { orderDto } from '@/lib/orders/answers';
import { announceOrder } from '@/lib/announcers';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'withdrawChange',
    summary: 'Takes a change request back',
    access: 'client',
    params: orderPartParams,
    body: noInput,
    bodyOptional: true,
    response: orderDto,
    idempotent: true,
  },
  ({ db, actor, params }) => withdrawChange(db, actor, params.id, params.n, announceOrder),
);
