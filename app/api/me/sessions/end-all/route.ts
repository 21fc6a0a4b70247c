import { endOwnSessions } from '@/lib/auth/end-sessions';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'endAllMySessions',
    summary: 'Signs out everywhere, this device included.',
    access: 'signedIn',
    beforeSecondKey: true,
    status: 204,
  },
  ({ db, actor }) => endOwnSessions(db, actor),
);
