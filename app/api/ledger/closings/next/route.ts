import { readNextClosing } from '@/lib/books/read-next-closing';
import { nextClosingDto } from '@/lib/books/schemas';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'readNextClosing',
    summary: 'What the closing of the day would say now: its totals, what the till should hold, its number.',
    access: 'owner',
    response: nextClosingDto,
  },
  ({ db, actor }) => readNextClosing(db, actor),
);
