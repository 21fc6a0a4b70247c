import { announceOrder } from '@/lib/announcers';
import { orderDto } from '@/lib/orders/answers';
import { orderParams, undoMoveInput } from '@/lib/orders/schemas';
import { undoMove } from '@/lib/orders/undo-move';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'undoMove',
    summary: 'Undoes the newest move within its minute: all is as before, and nobody is told',
    access: 'staff',
    params: orderParams,
    body: undoMoveInput,
    response: orderDto,
    idempotent: true,
  },
  ({ db, actor, params, body }) => undoMove(db, actor, params.id, body, announceOrder),
);
