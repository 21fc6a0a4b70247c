import { LIMITS } from '@/lib/limits';
import { openRetouche } from '@/lib/orders/open-retouche';
import { orderDto } from '@/lib/orders/answers';
import { openRetoucheInput } from '@/lib/orders/schemas';
import { judgeOrder } from '@/lib/promises/judge-order';
import { announceOrder } from '@/lib/announcers';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'openRetouche',
    summary: 'Opens a retouche on a piece that was handed over, or on a garment a client came in with',
    access: 'staff',
    body: openRetoucheInput,
    response: orderDto,
    status: 201,
    idempotent: true,
    limits: [{ rule: LIMITS.order, key: 'actor' }],
  },
  ({ db, actor, body }) => openRetouche(db, actor, body, announceOrder, judgeOrder),
);
