import { editOrder } from '@/lib/orders/edit-order';
import { findOrderFor } from '@/lib/orders/find-order';
import { editOrderInput, orderParams } from '@/lib/orders/schemas';
import { orderDto } from '@/lib/orders/answers';
import { judgeOrder } from '@/lib/promises/judge-order';
import { announceOrder } from '@/lib/announcers';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'readOrder',
    summary: 'One order, with what the caller may do with it now',
    access: 'signedIn',
    params: orderParams,
    response: orderDto,
  },
  ({ db, actor, params }) => findOrderFor(db, actor, params.id),
);

export const PATCH = defineRoute(
  {
    operation: 'editOrder',
    summary: 'Edits an order as its stage allows',
    access: 'signedIn',
    params: orderParams,
    body: editOrderInput,
    response: orderDto,
  },
  ({ db, actor, params, body }) => editOrder(db, actor, params.id, body, announceOrder, judgeOrder),
);
