import { LIMITS } from '@/lib/limits';
import { receiptPaper } from '@/lib/pdf/order-papers';
import { defineRoute } from '@/lib/web/define-route';
import { paperParams, paperQuery, paperResponse } from '@/lib/web/paper';

export const GET = defineRoute(
  {
    operation: 'readReceiptPaper',
    summary: 'What was paid for an order, as PDF',
    access: 'signedIn',
    params: paperParams,
    query: paperQuery,
    response: 'application/pdf',
    limits: [{ rule: LIMITS.paper, key: 'actor' }],
  },
  async ({ db, actor, params, query, locale }) =>
    paperResponse(await receiptPaper(db, actor, params.id, query.locale ?? locale)),
);
