import { denyAgreement } from '@/lib/orders/deny-agreement';
import { denyAgreementInput, orderParams } from '@/lib/orders/schemas';
import { orderDto } from '@/lib/orders/answers';
import { announceOrder } from '@/lib/announcers';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'denyAgreement',
    summary: 'The client says that what the house noted is not their agreement',
    access: 'signedIn',
    params: orderParams,
    body: denyAgreementInput,
    response: orderDto,
    idempotent: true,
  },
  ({ db, actor, params, body }) => denyAgreement(db, actor, params.id, body, announceOrder),
);
