import { recordPayment } from '@/lib/orders/record-payment';
import { orderDto } from '@/lib/orders/answers';
import { orderParams, recordPaymentInput } from '@/lib/orders/schemas';
import { announceOrder } from '@/lib/announcers';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'recordPayment',
    summary: 'Records a payment or a refund',
    access: 'staff',
    params: orderParams,
    body: recordPaymentInput,
    response: orderDto,
    status: 201,
    idempotent: true,
  },
  ({ db, actor, params, body }) => recordPayment(db, actor, params.id, body, announceOrder),
);
