import type { Filter, ObjectId } from 'mongodb';
import type { StaffActor } from '../actor';
import type { AccountDocument } from '../auth/documents';

/** Whose days and hours one may read and write: everybody's for an owner, one's own for a couturier. */
export const handsOf = (actor: StaffActor): Filter<AccountDocument> => ({
  role: { $in: ['couturier', 'owner'] },
  disabled: false,
  ...(actor.role === 'owner' ? {} : { _id: actor.id }),
});

/** One of these people. */
export const handOf = (actor: StaffActor, id: ObjectId): Filter<AccountDocument> => ({
  $and: [handsOf(actor), { _id: id }],
});
