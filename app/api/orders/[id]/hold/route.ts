import { holdOrder } from '@/lib/orders/hold-order';
import { holdOrderInput, orderParams } from '@/lib/orders/schemas';
import { orderDto } from '@/lib/orders/answers';
import { announceOrder } from '@/lib/announcers';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'holdOrder',
    summary: 'Puts an order on hold, with its reason',
    access: 'staff',
    params: orderParams,
    body: holdOrderInput,
    response: orderDto,
    idempotent: true,
  },
  ({ db, actor, params, body }) => holdOrder(db, actor, params.id, body, announceOrder),
);
