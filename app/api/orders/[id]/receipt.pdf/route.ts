import { LIMITS } from '@/lib/limits';
import { statementPaper } from '@/lib/pdf/order-papers';
import { defineRoute } from '@/lib/web/define-route';
import { paperParams, paperQuery, paperResponse } from '@/lib/web/paper';

export const GET = defineRoute(
  {
    operation: 'readReceiptPaper',
    summary: 'The statement of account of an order, as PDF: what was paid up to now, and what is left',
    access: 'signedIn',
    params: paperParams,
    query: paperQuery,
    response: 'application/pdf',
    limits: [{ rule: LIMITS.paper, key: 'actor' }],
  },
  async ({ db, actor, params, query, locale }) =>
    paperResponse(await statementPaper(db, actor, params.id, query.locale ?? locale)),
);
