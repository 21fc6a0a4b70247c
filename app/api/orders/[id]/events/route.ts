import { listEvents } from '@/lib/orders/list-events';
import { orderEventPageDto } from '@/lib/orders/answers';
import { listEventsQuery, orderParams } from '@/lib/orders/schemas';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'listOrderEvents',
    summary: 'The timeline of an order, newest first',
    access: 'signedIn',
    params: orderParams,
    query: listEventsQuery,
    response: orderEventPageDto,
  },
  ({ db, actor, params, query }) => listEvents(db, actor, params.id, query),
);
