import { orderDto } from '@/lib/orders/answers';
import { orderParams, transferOrderInput } from '@/lib/orders/schemas';
import { transferOrder } from '@/lib/orders/transfer-order';
import { judgeOrder } from '@/lib/promises/judge-order';
import { announceOrder } from '@/lib/announcers';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'transferOrder',
    summary: 'Gives an order to another couturier; the timeline and the thread say so',
    access: 'owner',
    params: orderParams,
    body: transferOrderInput,
    response: orderDto,
    idempotent: true,
  },
  ({ db, actor, params, body }) => transferOrder(db, actor, params.id, body, announceOrder, judgeOrder),
);
