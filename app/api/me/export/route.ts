import { dayKey } from '@/lib/i18n/format';
import { LIMITS } from '@/lib/limits';
import { exportOwnData } from '@/lib/people/export-own-data';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'exportMe',
    summary: 'Everything of mine the house has: a ZIP of JSON and files, streamed',
    access: 'client',
    response: 'application/zip',
    limits: [{ rule: LIMITS.exportOwnData, key: 'actor' }],
  },
  async ({ db, actor }) =>
    new Response(await exportOwnData(db, actor), {
      headers: {
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="my-data-${dayKey(new Date())}.zip"`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    }),
);
