import { LIMITS } from '@/lib/limits';
import { createOrder } from '@/lib/orders/create-order';
import { listOrders } from '@/lib/orders/list-orders';
import { createOrderInput, listOrdersQuery } from '@/lib/orders/schemas';
import { orderDto, orderPageDto } from '@/lib/orders/answers';
import { judgeOrder } from '@/lib/promises/judge-order';
import { announceOrder } from '@/lib/announcers';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'listOrders',
    summary: 'Orders: a client’s own, all for the staff; newest first',
    access: 'signedIn',
    query: listOrdersQuery,
    response: orderPageDto,
  },
  ({ db, actor, query }) => listOrders(db, actor, query),
);

export const POST = defineRoute(
  {
    operation: 'createOrder',
    summary: 'Orders a model or something bespoke',
    access: 'signedIn',
    body: createOrderInput,
    response: orderDto,
    status: 201,
    idempotent: true,
    limits: [{ rule: LIMITS.order, key: 'actor' }],
  },
  ({ db, actor, body }) => createOrder(db, actor, body, announceOrder, judgeOrder),
);
