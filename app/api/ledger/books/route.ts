import { booksQuery } from '@/lib/books/schemas';
import { takeBooks } from '@/lib/books/take-books';
import { LIMITS } from '@/lib/limits';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'takeLedgerBooks',
    summary:
      'A table for an accountant, the FEC of French law, or the signed archive; taking it is a line of the journal.',
    access: 'owner',
    query: booksQuery,
    response: 'text/csv',
    limits: [{ rule: LIMITS.ledgerExport, key: 'actor' }],
  },
  async ({ db, actor, query, locale }) => {
    const { name, type, lines } = await takeBooks(db, actor, query, locale);
    const text = lines[Symbol.iterator]();
    const encoder = new TextEncoder();
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        const next = text.next();
        if (next.done) controller.close();
        else controller.enqueue(encoder.encode(next.value));
      },
    });
    return new Response(body, {
      headers: {
        'content-type': type,
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    });
  },
);
