import { closePeriod } from '@/lib/books/close-period';
import { closedDto, closePeriodInput } from '@/lib/books/schemas';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'closeLedgerPeriod',
    summary: 'Closes a day with its till, a month or a year, for ever; what was left open before it is closed with it.',
    access: 'owner',
    body: closePeriodInput,
    response: closedDto,
    status: 201,
    idempotent: true,
  },
  ({ db, actor, body }) => closePeriod(db, actor, body),
);
