import { isActiveStaff } from '@/lib/auth/staff-names';
import { editHouse } from '@/lib/house/edit-house';
import { readHouse } from '@/lib/house/read-house';
import { editHouseInput, houseDto } from '@/lib/house/schemas';
import { hasOrders } from '@/lib/orders/has-orders';
import { hasOwnKey } from '@/lib/second-keys/change-keys';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'getHouse',
    summary: 'The house: its public part for everyone, all of it for the staff.',
    access: 'visitor',
    response: houseDto,
  },
  ({ db, actor }) => readHouse(db, actor),
);

export const PATCH = defineRoute(
  {
    operation: 'editHouse',
    summary: 'Changes the settings of the house.',
    access: 'owner',
    body: editHouseInput,
    response: houseDto,
  },
  ({ db, actor, body }) =>
    editHouse(db, actor, body, hasOrders, (database) => hasOwnKey(database, actor), isActiveStaff),
);
