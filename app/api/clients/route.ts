import { pageDto } from '@/lib/pagination';
import { createClient } from '@/lib/clients/create-client';
import { listClients } from '@/lib/clients/list-clients';
import { createClientInput, listClientsQuery, clientDto } from '@/lib/clients/schemas';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'listClients',
    response: pageDto(clientDto),
    summary: 'The client files of the house',
    access: 'staff',
    query: listClientsQuery,
  },
  ({ db, actor, query }) => listClients(db, actor, query),
);

export const POST = defineRoute(
  {
    operation: 'createClient',
    response: clientDto,
    summary: 'Open a client file',
    access: 'staff',
    body: createClientInput,
    status: 201,
    idempotent: true,
  },
  ({ db, actor, body }) => createClient(db, actor, body),
);
