import { declineQuote } from '@/lib/orders/decline-quote';
import { declineQuoteBody, orderAnswer, orderPartParams } from '@/lib/orders/schemas';
import { announceOrder } from '@/lib/web/announcers';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'declineQuote',
    summary: 'Refuses a quote',
    access: 'signedIn',
    params: orderPartParams,
    body: declineQuoteBody,
    bodyOptional: true,
    response: orderAnswer,
    idempotent: true,
  },
  ({ db, actor, params, body }) => declineQuote(db, actor, params.id, params.n, body, announceOrder),
);
