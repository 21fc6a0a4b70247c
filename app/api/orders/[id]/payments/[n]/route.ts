import { reversePayment } from '@/lib/orders/reverse-payment';
import { orderDto } from '@/lib/orders/answers';
import { orderPartParams, reversePaymentInput } from '@/lib/orders/schemas';
import { announceOrder } from '@/lib/announcers';
import { defineRoute } from '@/lib/web/define-route';

export const DELETE = defineRoute(
  {
    operation: 'reversePayment',
    summary: 'Reverses a payment record; it is never erased',
    access: 'staff',
    params: orderPartParams,
    body: reversePaymentInput,
    bodyOptional: true,
    response: orderDto,
  },
  ({ db, actor, params, body }) => reversePayment(db, actor, params.id, params.n, body, announceOrder),
);
