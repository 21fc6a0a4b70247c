import { announceOrder } from '@/lib/announcers';
import { orderDto } from '@/lib/orders/answers';
import { orderParams } from '@/lib/orders/schemas';
import { tellNow } from '@/lib/orders/tell-moves';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'tellMove',
    summary: 'Tells a move before its minute is over; it can then be undone no more',
    access: 'staff',
    params: orderParams,
    response: orderDto,
    idempotent: true,
  },
  ({ db, actor, params }) => tellNow(db, actor, params.id, announceOrder),
);
