import { announceOrder } from '@/lib/announcers';
import { orderDto } from '@/lib/orders/answers';
import { issueInvoice } from '@/lib/orders/issue-invoice';
import { issueInvoiceInput, orderParams } from '@/lib/orders/schemas';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'issueInvoice',
    summary: 'Issues a deposit invoice or the invoice of the whole; the order’s couturier and the owner do.',
    access: 'staff',
    params: orderParams,
    body: issueInvoiceInput,
    response: orderDto,
    status: 201,
    idempotent: true,
  },
  ({ db, actor, params, body }) => issueInvoice(db, actor, params.id, body, announceOrder),
);
