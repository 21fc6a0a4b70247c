import { moveOrder } from '@/lib/orders/move-order';
import { orderDto } from '@/lib/orders/answers';
import { orderParams, moveOrderInput } from '@/lib/orders/schemas';
import { announceOrder } from '@/lib/announcers';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'moveOrder',
    summary: 'Moves an order along its path, or ends it',
    access: 'signedIn',
    params: orderParams,
    body: moveOrderInput,
    response: orderDto,
    idempotent: true,
  },
  ({ db, actor, params, body }) => moveOrder(db, actor, params.id, body, announceOrder),
);
