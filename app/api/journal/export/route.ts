import { dayKey } from '@/lib/i18n/format';
import { exportActs } from '@/lib/journal/export-acts';
import { exportActsQuery } from '@/lib/journal/schemas';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'exportActs',
    summary: 'The journal as a table for spreadsheets, narrowed as the list is',
    access: 'owner',
    query: exportActsQuery,
    response: 'text/csv',
  },
  async ({ db, actor, query, locale }) => {
    const language = query.locale ?? locale;
    return new Response(await exportActs(db, actor, query, language), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="journal-${dayKey(new Date())}.csv"`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    });
  },
);
