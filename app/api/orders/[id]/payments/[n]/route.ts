import { reversePayment } from '@/lib/orders/reverse-payment';
import { orderAnswer, orderPartParams, reversePaymentBody } from '@/lib/orders/schemas';
import { announceOrder } from '@/lib/web/announcers';
import { defineRoute } from '@/lib/web/define-route';

export const DELETE = defineRoute(
  {
    operation: 'reversePayment',
    summary: 'Reverses a payment record; it is never erased',
    access: 'staff',
    params: orderPartParams,
    body: reversePaymentBody,
    bodyOptional: true,
    response: orderAnswer,
  },
  ({ db, actor, params, body }) => reversePayment(db, actor, params.id, params.n, body, announceOrder),
);
