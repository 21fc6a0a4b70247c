import type { ClientSession, ObjectId } from 'mongodb';
import type { StaffActor } from '../actor';
import { recordAct } from '../audit/record-act';
import { type Database, inTransaction } from '../db/client';
import { AppError, notFound } from '../errors';
import { admitAccount } from './admit-account';
import { type AccountDocument, accounts } from './documents';
import { toStaffMember } from './dto';
import type { StaffMemberDto, EditStaffInput } from './schemas';

const STAFF_ROLES: ('couturier' | 'owner')[] = ['couturier', 'owner'];

/** Everyone of the staff, closed accounts too, in the order they joined. */
export async function listStaff(db: Database, actor: StaffActor): Promise<StaffMemberDto[]> {
  if (actor.role !== 'owner') throw new AppError('forbidden');
  const staff = await accounts(db)
    .find({ role: { $in: STAFF_ROLES } })
    .sort({ createdAt: 1, _id: 1 })
    .toArray();
  return staff.map(toStaffMember);
}

/** What of a change the journal tells: what somebody may do. Who may come in is told where it is decided. */
async function recordChange(
  db: Database,
  actor: StaffActor,
  { before, after }: { before: AccountDocument; after: AccountDocument },
  session: ClientSession,
): Promise<void> {
  if (before.role !== after.role)
    await recordAct(
      db,
      {
        kind: 'roleChanged',
        by: actor.id,
        of: { kind: 'account', id: after._id },
        detail: { from: before.role, to: after.role },
        notice: after.role === 'owner' ? 'newPower' : undefined,
      },
      session,
    );
}

/**
 * Changes a member of the staff; an account that closes loses all its power at once (admitAccount).
 * @throws AppError forbidden for anyone but the owner; last_owner when nobody would be left to run the house.
 */
export async function editStaff(
  db: Database,
  actor: StaffActor,
  id: ObjectId,
  input: EditStaffInput,
): Promise<StaffMemberDto> {
  if (actor.role !== 'owner') throw new AppError('forbidden');
  return inTransaction(db, async (session) => {
    const set: Record<string, unknown> = { updatedAt: new Date() };
    if (input.role !== undefined) set['role'] = input.role;
    if (input.weeklyHours !== undefined) set['profile.weeklyHours'] = input.weeklyHours;
    if (input.workingDays !== undefined) set['profile.workingDays'] = [...new Set(input.workingDays)].sort();
    const losesOwner = input.disabled === true || input.role === 'couturier';
    if (losesOwner) {
      // Touching every owner makes two owners who close each other's account conflict, and one of them is told.
      await accounts(db).updateMany(
        { role: 'owner', disabled: false },
        { $set: { updatedAt: new Date() } },
        { session },
      );
      const others = await accounts(db).countDocuments(
        { role: 'owner', disabled: false, _id: { $ne: id } },
        { session },
      );
      if (others === 0) throw new AppError('last_owner');
    }
    const before = await accounts(db).findOneAndUpdate(
      { _id: id, role: { $in: STAFF_ROLES } },
      { $set: set, $inc: { version: 1 } },
      { session, returnDocument: 'before' },
    );
    if (!before) throw notFound();
    if (input.disabled !== undefined) await admitAccount(db, actor, { id, disabled: input.disabled }, session);
    const after = await accounts(db).findOne({ _id: id }, { session });
    if (!after) throw notFound();
    await recordChange(db, actor, { before, after }, session);
    return toStaffMember(after);
  });
}
