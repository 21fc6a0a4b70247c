import { openHouse } from '@/lib/begin/open-house';
import { openedHouseDto, openHouseInput } from '@/lib/begin/schemas';
import { LIMITS } from '@/lib/limits';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'openHouse',
    summary: 'Makes the owner of a new house, by the key of the address that its start printed. It serves once.',
    access: 'visitor',
    body: openHouseInput,
    response: openedHouseDto,
    status: 201,
    limits: [{ rule: LIMITS.beginHouse, key: 'address' }],
  },
  ({ db, body, locale }) => openHouse(db, body, locale),
);
