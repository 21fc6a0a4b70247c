import { editClient } from '@/lib/clients/edit-client';
import { readClient } from '@/lib/clients/find-client';
import { clientParams, clientPatch, clientResponse } from '@/lib/clients/schemas';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'readClient',
    response: clientResponse,
    summary: 'One client file',
    access: 'staff',
    params: clientParams,
  },
  ({ db, actor, params }) => readClient(db, actor, params.id),
);

export const PATCH = defineRoute(
  {
    operation: 'editClient',
    response: clientResponse,
    summary: 'Edit or archive a client file',
    access: 'staff',
    params: clientParams,
    body: clientPatch,
  },
  ({ db, actor, params, body }) => editClient(db, actor, params.id, body),
);
