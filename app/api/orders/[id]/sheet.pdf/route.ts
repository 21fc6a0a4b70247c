import { LIMITS } from '@/lib/limits';
import { workPaper } from '@/lib/pdf/order-papers';
import { defineRoute } from '@/lib/web/define-route';
import { paperParams, paperQuery, paperResponse } from '@/lib/web/paper';

export const GET = defineRoute(
  {
    operation: 'readWorkPaper',
    summary: 'The work sheet of an order as PDF',
    access: 'staff',
    params: paperParams,
    query: paperQuery,
    response: 'application/pdf',
    limits: [{ rule: LIMITS.paper, key: 'actor' }],
  },
  async ({ db, actor, params, query, locale }) =>
    paperResponse(await workPaper(db, actor, params.id, query.locale ?? locale)),
);
