import { createCuttingApproval } from '@/lib/orders/create-cutting-approval';
import { createApprovalInput, orderParams } from '@/lib/orders/schemas';
import { orderDto } from '@/lib/orders/answers';
import { announceOrder } from '@/lib/announcers';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'createCuttingApproval',
    summary: 'Draws up the bon à couper',
    access: 'staff',
    params: orderParams,
    body: createApprovalInput,
    bodyOptional: true,
    response: orderDto,
    status: 201,
    idempotent: true,
  },
  ({ db, actor, params, body }) => createCuttingApproval(db, actor, params.id, body, announceOrder),
);
