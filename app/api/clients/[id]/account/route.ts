import { clientDto, clientParams, suspendClientInput } from '@/lib/clients/schemas';
import { suspendClient } from '@/lib/clients/suspend-client';
import { defineRoute } from '@/lib/web/define-route';

export const PATCH = defineRoute(
  {
    operation: 'suspendClient',
    response: clientDto,
    summary: 'Suspends the account of a client or lifts it; sessions, sockets, links and calendar address end at once.',
    access: 'owner',
    params: clientParams,
    body: suspendClientInput,
  },
  ({ db, actor, params, body }) => suspendClient(db, actor, params.id, body),
);
