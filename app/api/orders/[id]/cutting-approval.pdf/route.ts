import { LIMITS } from '@/lib/limits';
import { cuttingPaper } from '@/lib/pdf/order-papers';
import { defineRoute } from '@/lib/web/define-route';
import { paperParams, versionQuery, paperResponse } from '@/lib/web/paper';

export const GET = defineRoute(
  {
    operation: 'readCuttingPaper',
    summary: 'The bon à couper as PDF: the version ?n=, else the newest',
    access: 'signedIn',
    params: paperParams,
    query: versionQuery,
    response: 'application/pdf',
    limits: [{ rule: LIMITS.paper, key: 'actor' }],
  },
  async ({ db, actor, params, query, locale }) =>
    paperResponse(await cuttingPaper(db, actor, params.id, query.locale ?? locale, query.n)),
);
