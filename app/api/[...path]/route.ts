import { notFound } from '@/lib/errors';
import { defineRoute } from '@/lib/web/define-route';

/** What the API does not have, told in its own way: problem JSON instead of a page. */
const nothing = defineRoute({ operation: 'nothing', summary: 'No such address', access: 'visitor' }, async () =>
  Promise.reject(notFound()),
);

export { nothing as GET, nothing as POST, nothing as PUT, nothing as PATCH, nothing as DELETE };
