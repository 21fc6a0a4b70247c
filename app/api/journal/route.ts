import { listActs } from '@/lib/journal/list-acts';
import { actDto, listActsQuery } from '@/lib/journal/schemas';
import { pageDto } from '@/lib/pagination';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'listActs',
    summary: 'The journal of the house: who did what to whom, when and from where.',
    access: 'owner',
    query: listActsQuery,
    response: pageDto(actDto),
  },
  ({ db, actor, query }) => listActs(db, actor, query),
);
