import { LIMITS } from '@/lib/limits';
import { requestChange } from '@/lib/orders/request-change';
import { requestChangeInput, orderParams } from '@/lib/orders/schemas';
import { orderDto } from '@/lib/orders/answers';
import { announceOrder } from '@/lib/announcers';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'requestChange',
    summary: 'Asks for a change, as a diff',
    access: 'client',
    params: orderParams,
    body: requestChangeInput,
    response: orderDto,
    status: 201,
    idempotent: true,
    limits: [{ rule: LIMITS.changeRequest, key: 'client' }],
  },
  ({ db, actor, params, body }) => requestChange(db, actor, params.id, body, announceOrder),
);
