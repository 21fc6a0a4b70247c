import { listEntries } from '@/lib/books/list-entries';
import { entryDto, listEntriesQuery } from '@/lib/books/schemas';
import { pageDto } from '@/lib/pagination';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'listLedgerEntries',
    summary: 'The ledger, newest first: what was entered when, by whom, what it countered, with its seal.',
    access: 'owner',
    query: listEntriesQuery,
    response: pageDto(entryDto),
  },
  ({ db, actor, query }) => listEntries(db, actor, query),
);
