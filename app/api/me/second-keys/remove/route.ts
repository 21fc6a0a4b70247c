import { LIMITS } from '@/lib/limits';
import { removeOwnKey } from '@/lib/second-keys/change-keys';
import { removeSecondKeyInput } from '@/lib/second-keys/schemas';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'removeMySecondKey',
    summary: 'Takes one of my second keys away.',
    access: 'staff',
    beforeSecondKey: true,
    body: removeSecondKeyInput,
    status: 204,
    limits: [{ rule: LIMITS.secondKeyRemove, key: 'actor' }],
  },
  ({ db, actor, body }) => removeOwnKey(db, actor, body),
);
