import { z } from 'zod';
import { findKnownClients } from '@/lib/clients/find-known-clients';
import { findKnownClientsQuery, knownClientDto } from '@/lib/clients/schemas';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'findKnownClients',
    response: z.object({ items: z.array(knownClientDto) }),
    summary: 'The files of people with this name, telephone or address, before another one is opened',
    access: 'staff',
    query: findKnownClientsQuery,
  },
  ({ db, actor, query }) => findKnownClients(db, actor, query),
);
