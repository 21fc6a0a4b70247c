import { LIMITS } from '@/lib/limits';
import { ticketPaper } from '@/lib/pdf/order-papers';
import { defineRoute } from '@/lib/web/define-route';
import { paperParams, paperQuery, paperResponse } from '@/lib/web/paper';

export const GET = defineRoute(
  {
    operation: 'readTicket',
    summary: 'The ticket of a retouche as PDF, on A6',
    access: 'signedIn',
    params: paperParams,
    query: paperQuery,
    response: 'application/pdf',
    limits: [{ rule: LIMITS.paper, key: 'actor' }],
  },
  async ({ db, actor, params, query, locale }) =>
    paperResponse(await ticketPaper(db, actor, params.id, query.locale ?? locale)),
);
