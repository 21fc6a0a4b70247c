import { verificationDto } from '@/lib/books/schemas';
import { verifyBooks } from '@/lib/books/verify-books';
import { LIMITS } from '@/lib/limits';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'verifyLedger',
    summary: 'Reads the whole ledger, holds it against the payments of the orders, and names everything that is wrong.',
    access: 'owner',
    response: verificationDto,
    limits: [{ rule: LIMITS.ledgerVerification, key: 'actor' }],
  },
  ({ db, actor, locale }) => verifyBooks(db, actor, locale),
);
