import { acceptQuote } from '@/lib/orders/accept-quote';
import { acceptQuoteInput, orderPartParams } from '@/lib/orders/schemas';
import { orderDto } from '@/lib/orders/answers';
import { announceOrder } from '@/lib/announcers';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'acceptQuote',
    summary: 'Bon pour accord: accepts a quote',
    access: 'signedIn',
    params: orderPartParams,
    body: acceptQuoteInput,
    bodyOptional: true,
    response: orderDto,
    idempotent: true,
  },
  ({ db, actor, params, body }) => acceptQuote(db, actor, params.id, params.n, body, announceOrder),
);
