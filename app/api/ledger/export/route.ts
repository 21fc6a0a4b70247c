import { exportBooks } from '@/lib/books/export-books';
import { dayKey } from '@/lib/i18n/format';
import { LIMITS } from '@/lib/limits';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'exportLedger',
    summary: 'The whole ledger as lines of JSON, verifiable without the house; taking it is a line of the journal.',
    access: 'owner',
    response: 'application/x-ndjson',
    limits: [{ rule: LIMITS.ledgerExport, key: 'actor' }],
  },
  async ({ db, actor }) =>
    new Response(await exportBooks(db, actor), {
      headers: {
        'content-type': 'application/x-ndjson; charset=utf-8',
        'content-disposition': `attachment; filename="ledger-${dayKey(new Date())}.jsonl"`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    }),
);
