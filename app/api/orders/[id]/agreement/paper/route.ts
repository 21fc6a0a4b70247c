import { keepPaper } from '@/lib/orders/keep-paper';
import { keepPaperInput, orderParams } from '@/lib/orders/schemas';
import { orderDto } from '@/lib/orders/answers';
import { announceOrder } from '@/lib/announcers';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'keepPaper',
    summary: 'Keeps the photograph of a signed paper with the agreement the house noted',
    access: 'signedIn',
    params: orderParams,
    body: keepPaperInput,
    response: orderDto,
    idempotent: true,
  },
  ({ db, actor, params, body }) => keepPaper(db, actor, params.id, body, announceOrder),
);
