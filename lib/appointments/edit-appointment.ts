import type { UpdateFilter } from 'mongodb';
import { type Actor, isStaff } from '../actor';
import { isActiveStaff } from '../auth/staff-names';
import type { Database } from '../db/client';
import { toId, toOptionalId } from '../db/ids';
import { withLock } from '../db/with-lock';
import { AppError, notFound } from '../errors';
import { assertOrderOf } from './create-appointment';
import { type AppointmentDocument, appointments } from './documents';
import { type AppointmentDto, toAppointmentOf } from './dto';
import { assertBookable, assertDayThatCanBe, assertFree, assertThere, slotLocks } from './hold-slot';
import { isOpen } from './rules';
import type { EditAppointmentInput } from './schemas';
import { scopeOf } from './scope';
import { tellOther } from './tell';

const HOUSE_ONLY = ['kind', 'couturierId', 'orderId', 'status'] as const;

/**
 * Moves or edits an appointment. What a client moves is proposed again, for the couturier to confirm.
 * @throws AppError not_found; forbidden for a field only the house may change; appointment_settled when it was cancelled
 * or is over; stale_version with `current`; outside_opening_hours; couturier_not_there; appointment_day; slot_taken; client_busy.
 */
export async function editAppointment(
  db: Database,
  actor: Actor,
  id: string,
  input: EditAppointmentInput,
  now = new Date(),
): Promise<AppointmentDto> {
  const filter = { $and: [{ _id: toId(id) }, scopeOf(actor)] };
  const before = await appointments(db).findOne(filter);
  if (!before) throw notFound();
  if (!isStaff(actor) && HOUSE_ONLY.some((key) => input[key] !== undefined)) throw new AppError('forbidden');
  const couturierId = toOptionalId(input.couturierId) ?? before.couturierId;
  if (input.couturierId && !(await isActiveStaff(db, couturierId))) throw notFound();
  const orderId = toOptionalId(input.orderId ?? undefined);
  if (orderId) await assertOrderOf(db, orderId, before.clientId);
  const slot = { couturierId, start: input.start ?? before.start, minutes: input.minutes ?? before.minutes };
  const moves = input.start !== undefined || input.minutes !== undefined || input.couturierId !== undefined;
  if (moves) await assertBookable(db, actor, slot, now);
  if (input.start) assertDayThatCanBe(input.start, now);

  const result = await withLock(db, slotLocks({ couturierId, clientId: before.clientId }), async (session) => {
    const current = await appointments(db).findOne(filter, { session });
    if (!current) throw notFound();
    if (current.version !== input.version) return { stale: current };
    if (!isOpen(current.status)) throw new AppError('appointment_settled');
    if (moves) await assertThere(db, actor, slot, session);
    if (moves) await assertFree(db, { ...slot, clientId: current.clientId, except: current._id }, session);
    const set: Partial<AppointmentDocument> = {
      ...(input.kind ? { kind: input.kind } : {}),
      ...(orderId ? { orderId } : {}),
      ...(input.note ? { note: input.note } : {}),
      ...(input.status ? { status: input.status } : {}),
      ...(moves ? slot : {}),
      ...(moves && isStaff(actor) ? { settledAt: now } : {}),
      ...(moves && !isStaff(actor) ? { status: 'proposed' as const, proposedBy: 'client' as const } : {}),
      updatedAt: now,
    };
    const unset = {
      ...(input.note === null ? { note: '' as const } : {}),
      ...(input.orderId === null ? { orderId: '' as const } : {}),
    };
    const update: UpdateFilter<AppointmentDocument> = {
      $set: set,
      $inc: { version: 1 },
      ...(Object.keys(unset).length > 0 ? { $unset: unset } : {}),
    };
    const saved = await appointments(db).findOneAndUpdate(filter, update, { session, returnDocument: 'after' });
    if (!saved) throw notFound();
    if (moves) await tellOther(db, actor, isStaff(actor) ? 'moved' : 'proposed', saved, session);
    return { saved };
  });
  if (result.stale)
    throw new AppError('stale_version', { extra: { current: await toAppointmentOf(db, result.stale) } });
  return toAppointmentOf(db, result.saved);
}
