import { LIMITS } from '@/lib/limits';
import { addRemark } from '@/lib/orders/add-remark';
import { orderEventDto } from '@/lib/orders/answers';
import { orderParams, addRemarkInput } from '@/lib/orders/schemas';
import { announceOrder } from '@/lib/announcers';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'addRemark',
    summary: 'Leaves a remark, reports a defect, or writes an internal note',
    access: 'signedIn',
    params: orderParams,
    body: addRemarkInput,
    response: orderEventDto,
    status: 201,
    idempotent: true,
    limits: [{ rule: LIMITS.remark, key: 'client' }],
  },
  ({ db, actor, params, body }) => addRemark(db, actor, params.id, body, announceOrder),
);
