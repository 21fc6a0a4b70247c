import { acceptQuote } from '@/lib/orders/accept-quote';
import { noBody, orderAnswer, orderPartParams } from '@/lib/orders/schemas';
import { announceOrder } from '@/lib/web/announcers';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'acceptQuote',
    summary: 'Bon pour accord: accepts a quote',
    access: 'signedIn',
    params: orderPartParams,
    body: noBody,
    bodyOptional: true,
    response: orderAnswer,
    idempotent: true,
  },
  ({ db, actor, params }) => acceptQuote(db, actor, params.id, params.n, announceOrder),
);
