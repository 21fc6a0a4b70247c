import { acceptQuote } from '@/lib/orders/accept-quote';
import { noInput, orderDto, orderPartParams } from '@/lib/orders/schemas';
import { announceOrder } from '@/lib/web/announcers';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'acceptQuote',
    summary: 'Bon pour accord: accepts a quote',
    access: 'signedIn',
    params: orderPartParams,
    body: noInput,
    bodyOptional: true,
    response: orderDto,
    idempotent: true,
  },
  ({ db, actor, params }) => acceptQuote(db, actor, params.id, params.n, announceOrder),
);
