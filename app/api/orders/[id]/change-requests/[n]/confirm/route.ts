import { confirmChange } from '@/lib/orders/confirm-change';
import { noInput, orderPartParams } from '@/lib/orders/schemas';
import { orderDto } from '@/lib/orders/answers';
import { announceOrder } from '@/lib/announcers';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'confirmChange',
    summary: 'Agrees to the answer to a change request',
    access: 'signedIn',
    params: orderPartParams,
    body: noInput,
    bodyOptional: true,
    response: orderDto,
    idempotent: true,
  },
  ({ db, actor, params }) => confirmChange(db, actor, params.id, params.n, announceOrder),
);
