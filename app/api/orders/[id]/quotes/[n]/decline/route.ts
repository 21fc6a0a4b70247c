import { declineQuote } from '@/lib/orders/decline-quote';
import { declineQuoteInput, orderPartParams } from '@/lib/orders/schemas';
import { orderDto } from '@/lib/orders/answers';
import { announceOrder } from '@/lib/announcers';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'declineQuote',
    summary: 'Refuses a quote',
    access: 'signedIn',
    params: orderPartParams,
    body: declineQuoteInput,
    bodyOptional: true,
    response: orderDto,
    idempotent: true,
  },
  ({ db, actor, params, body }) => declineQuote(db, actor, params.id, params.n, body, announceOrder),
);
