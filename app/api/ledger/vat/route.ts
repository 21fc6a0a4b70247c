import { readVat } from '@/lib/books/read-vat';
import { periodQuery, vatDto } from '@/lib/books/schemas';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'readVatJournal',
    summary: 'The VAT that fell due on some days, by rate, with the entries behind each sum.',
    access: 'owner',
    query: periodQuery,
    response: vatDto,
  },
  ({ db, actor, query }) => readVat(db, actor, query),
);
