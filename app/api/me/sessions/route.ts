import { listSessions } from '@/lib/auth/list-sessions';
import { deviceSessionDto } from '@/lib/auth/schemas';
import { pageOf, pageQuery, pageDto } from '@/lib/pagination';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'listMySessions',
    summary: 'My signed-in devices, the last seen first.',
    access: 'signedIn',
    beforeSecondKey: true,
    query: pageQuery,
    response: pageDto(deviceSessionDto),
  },
  async ({ db, actor, query }) => pageOf((await listSessions(db, actor)).items, query),
);
