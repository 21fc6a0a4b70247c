import { exportClients } from '@/lib/clients/export-clients';
import { exportClientsQuery } from '@/lib/clients/schemas';
import { dayKey } from '@/lib/i18n/format';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'exportClients',
    response: 'text/csv',
    summary: 'The client files as a table for spreadsheets, narrowed as the list is',
    access: 'staff',
    query: exportClientsQuery,
  },
  async ({ db, actor, query, locale }) =>
    new Response(await exportClients(db, actor, query, query.locale ?? locale), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="clients-${dayKey(new Date())}.csv"`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    }),
);
