import { type Actor, isStaff, type StaffActor } from '../actor';
import { inTransaction, type Database } from '../db/client';
import { toId } from '../db/ids';
import { AppError, notFound } from '../errors';
import { type AppointmentDocument, appointments } from './documents';
import { type AppointmentDto, toAppointmentOf } from './dto';
import { isOpen } from './rules';
import { scopeOf } from './scope';
import { tellOther } from './tell';

async function decide(db: Database, actor: Actor, id: string, to: 'confirmed' | 'cancelled'): Promise<AppointmentDto> {
  const filter = { $and: [{ _id: toId(id) }, scopeOf(actor)] };
  const decided = await inTransaction(db, async (session) => {
    const current = await appointments(db).findOne(filter, { session });
    if (!current) throw notFound();
    // Pressing twice, or two people of the house agreeing, is no conflict.
    if (current.status === to) return current;
    if (!isOpen(current.status)) throw new AppError('appointment_settled');
    const now = new Date();
    const set: Partial<AppointmentDocument> = {
      status: to,
      updatedAt: now,
      ...(to === 'confirmed' ? { settledAt: now } : {}),
      ...(to === 'cancelled' ? { cancelledBy: isStaff(actor) ? 'house' : 'client' } : {}),
    };
    const saved = await appointments(db).findOneAndUpdate(
      filter,
      { $set: set, $inc: { version: 1 } },
      { session, returnDocument: 'after' },
    );
    if (!saved) throw notFound();
    await tellOther(db, actor, to, saved, session);
    return saved;
  });
  return toAppointmentOf(db, decided);
}

/**
 * A couturier says yes to a proposed hour; the hour was held since it was proposed.
 * @throws AppError not_found; appointment_settled when it was cancelled or is over.
 */
export const confirmAppointment = (db: Database, actor: StaffActor, id: string): Promise<AppointmentDto> =>
  decide(db, actor, id, 'confirmed');

/**
 * Either of the two gives the hour back.
 * @throws AppError not_found; appointment_settled when it is over.
 */
export const cancelAppointment = (db: Database, actor: Actor, id: string): Promise<AppointmentDto> =>
  decide(db, actor, id, 'cancelled');
