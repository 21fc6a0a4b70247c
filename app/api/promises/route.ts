import { LIMITS } from '@/lib/limits';
import { askPromise } from '@/lib/promises/ask-promise';
import { promiseDto, promiseQuery } from '@/lib/promises/schemas';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'askPromise',
    summary: 'Whether a day can be promised for an order or a garment, and the first one that simply holds',
    access: 'visitor',
    query: promiseQuery,
    response: promiseDto,
    limits: [{ rule: LIMITS.promise, key: 'address' }],
  },
  ({ db, actor, query }) => askPromise(db, actor, query),
);
