import { signCuttingApproval } from '@/lib/orders/sign-cutting-approval';
import { orderDto } from '@/lib/orders/answers';
import { orderParams, signApprovalInput } from '@/lib/orders/schemas';
import { announceOrder } from '@/lib/announcers';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'signCuttingApproval',
    summary: 'Signs the newest bon à couper',
    access: 'signedIn',
    params: orderParams,
    body: signApprovalInput,
    bodyOptional: true,
    response: orderDto,
    idempotent: true,
  },
  ({ db, actor, params, body }) => signCuttingApproval(db, actor, params.id, body, announceOrder),
);
