import { editClient } from '@/lib/clients/edit-client';
import { findMergedInto, readClient } from '@/lib/clients/find-client';
import { clientParams, clientPatch, clientResponse } from '@/lib/clients/schemas';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'readClient',
    response: clientResponse,
    summary: 'One client file; one that was merged leads to the file it went into (308)',
    access: 'staff',
    params: clientParams,
  },
  async ({ db, actor, params }) => {
    const into = await findMergedInto(db, actor, params.id);
    if (into) return new Response(null, { status: 308, headers: { location: `/api/clients/${into}` } });
    return readClient(db, actor, params.id);
  },
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
