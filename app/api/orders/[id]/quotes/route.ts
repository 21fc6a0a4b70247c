import { sendQuote } from '@/lib/orders/send-quote';
import { orderDto } from '@/lib/orders/answers';
import { orderParams, sendQuoteInput } from '@/lib/orders/schemas';
import { judgeOrder } from '@/lib/promises/judge-order';
import { announceOrder } from '@/lib/announcers';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'sendQuote',
    summary: 'Sends a quote',
    access: 'staff',
    params: orderParams,
    body: sendQuoteInput,
    response: orderDto,
    status: 201,
    idempotent: true,
  },
  ({ db, actor, params, body }) => sendQuote(db, actor, params.id, body, announceOrder, judgeOrder),
);
