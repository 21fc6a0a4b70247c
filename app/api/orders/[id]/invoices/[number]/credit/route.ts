import { announceOrder } from '@/lib/announcers';
import { orderDto } from '@/lib/orders/answers';
import { creditInvoice } from '@/lib/orders/credit-invoice';
import { creditInvoiceInput, invoiceParams } from '@/lib/orders/schemas';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'creditInvoice',
    summary: 'Counters an invoice by a credit note, whole or in part; what was issued stays.',
    access: 'staff',
    params: invoiceParams,
    body: creditInvoiceInput,
    response: orderDto,
    status: 201,
    idempotent: true,
  },
  ({ db, actor, params, body }) => creditInvoice(db, actor, params.id, params.number, body, announceOrder),
);
