import { pageSchema } from '@/lib/pagination';
import { createClient } from '@/lib/clients/create-client';
import { listClients } from '@/lib/clients/list-clients';
import { clientInput, clientQuery, clientResponse } from '@/lib/clients/schemas';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'listClients',
    response: pageSchema(clientResponse),
    summary: 'The client files of the house',
    access: 'staff',
    query: clientQuery,
  },
  ({ db, actor, query }) => listClients(db, actor, query),
);

export const POST = defineRoute(
  {
    operation: 'createClient',
    response: clientResponse,
    summary: 'Open a client file',
    access: 'staff',
    body: clientInput,
    status: 201,
    idempotent: true,
  },
  ({ db, actor, body }) => createClient(db, actor, body),
);
