import type { ClientSession, ObjectId } from 'mongodb';
import type { StaffActor } from '../actor';
import { recordAct } from '../audit/record-act';
import { type Database, inTransaction } from '../db/client';
import { AppError, notFound } from '../errors';
import { dayKey } from '../i18n/format';
import { admitAccount } from './admit-account';
import { withWeek } from './agreed-weeks';
import { type AccountDocument, accounts } from './documents';
import { toStaffMember } from './dto';
import { heldOn } from './rules';
import type { StaffMemberDto, EditStaffInput } from './schemas';

const STAFF_ROLES: ('couturier' | 'owner')[] = ['couturier', 'owner'];

/** Everyone of the staff, closed accounts too, in the order they joined. */
export async function listStaff(db: Database, actor: StaffActor): Promise<StaffMemberDto[]> {
  if (actor.role !== 'owner') throw new AppError('forbidden');
  const staff = await accounts(db)
    .find({ role: { $in: STAFF_ROLES } })
    .sort({ createdAt: 1, _id: 1 })
    .toArray();
  return staff.map((member) => toStaffMember(member));
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

/** Hours and days of a week count from today on; the ones before stay in the history. */
async function weekFromToday(
  db: Database,
  actor: StaffActor,
  id: ObjectId,
  { weeklyHours, workingDays }: EditStaffInput,
  session: ClientSession,
): Promise<Record<string, unknown>> {
  if (weeklyHours === undefined && workingDays === undefined) return {};
  const at = new Date();
  const profile = (await accounts(db).findOne({ _id: id }, { session, projection: { profile: 1 } }))?.profile;
  const now = heldOn(profile?.weeks ?? [], dayKey(at), profile);
  const week = withWeek(
    profile,
    {
      from: dayKey(at),
      weeklyHours: weeklyHours ?? now?.weeklyHours ?? 0,
      workingDays: workingDays ?? now?.workingDays ?? [],
    },
    { by: actor.id, at },
  );
  return Object.fromEntries(Object.entries(week).map(([name, value]) => [`profile.${name}`, value]));
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
    Object.assign(set, await weekFromToday(db, actor, id, input, session));
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
