import { readSecondKeys } from '@/lib/second-keys/change-keys';
import { secondKeysDto } from '@/lib/second-keys/schemas';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'readMySecondKeys',
    summary: 'My second keys: app with codes, passkeys, how many recovery codes are left.',
    access: 'staff',
    beforeSecondKey: true,
    response: secondKeysDto,
  },
  ({ db, actor }) => readSecondKeys(db, actor),
);
