import type { ObjectId } from 'mongodb';
import type { StaffActor } from '../actor';
import { withWeek } from '../auth/agreed-weeks';
import { accounts } from '../auth/documents';
import { addDays } from '../calendar';
import { type Database, inTransaction } from '../db/client';
import { AppError, notFound } from '../errors';
import { dayKey } from '../i18n/format';
import { HOUSE_HORIZON_DAYS, NOTED_AFTER_DAYS } from '../limits';
import { readHands } from './list-hands';
import type { AgreeWeekInput, HandDto } from './schemas';
import { handOf } from './staff-scope';

/**
 * Agrees on somebody's hours and working days from a day on; what held before stays in the history.
 * @throws AppError not_found for who is not theirs to write for; week_day for a day too far away.
 */
export async function agreeWeek(
  db: Database,
  actor: StaffActor,
  staffId: ObjectId,
  input: AgreeWeekInput,
  now = new Date(),
): Promise<HandDto> {
  const today = dayKey(now);
  if (input.from < addDays(today, -NOTED_AFTER_DAYS) || input.from > addDays(today, HOUSE_HORIZON_DAYS))
    throw new AppError('week_day');
  await inTransaction(db, async (session) => {
    const person = await accounts(db).findOne(handOf(actor, staffId), { session, projection: { profile: 1 } });
    if (!person) throw notFound();
    const { weeklyHours, workingDays, weeks } = withWeek(person.profile, input, { by: actor.id, at: now });
    const set = { 'profile.weeklyHours': weeklyHours, 'profile.workingDays': workingDays, 'profile.weeks': weeks };
    await accounts(db).updateOne({ _id: staffId }, { $set: { ...set, updatedAt: now } }, { session });
  });
  const [hand] = await readHands(db, handOf(actor, staffId), now);
  if (!hand) throw notFound();
  return hand;
}
