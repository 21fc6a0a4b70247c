import type { ClientSession, ObjectId } from 'mongodb';
import { type Actor, isClient, isStaff } from '../actor';
import { isActiveStaff } from '../auth/staff-names';
import { DAY_MS } from '../calendar';
import { BOOKING_HORIZON_DAYS, MOST_OPEN_FIRST_MEETINGS, MOST_OPEN_PROPOSALS } from '../limits';
import { findClientById } from '../clients/find-client';
import type { Database } from '../db/client';
import { newId, toId, toOptionalId } from '../db/ids';
import { withLock } from '../db/with-lock';
import { AppError, notFound } from '../errors';
import { worksFor } from '../orders/has-orders';
import { orderSummaries } from '../orders/order-summaries';
import { type AppointmentDocument, appointments } from './documents';
import { type AppointmentDto, toAppointmentOf } from './dto';
import { assertBookable, assertDayThatCanBe, assertFree, assertThere, slotLocks } from './hold-slot';
import type { CreateAppointmentInput } from './schemas';
import { tellOther } from './tell';

/** Whose appointment it is: a client's own, or the one a couturier names. */
function clientIdOf(actor: Actor, wanted: string | undefined): ObjectId {
  if (isClient(actor)) {
    if (wanted !== undefined && !actor.clientId.equals(toId(wanted))) throw notFound();
    return actor.clientId;
  }
  if (!isStaff(actor) || wanted === undefined) throw notFound();
  return toId(wanted);
}

/** The order belongs to the client of the appointment, whoever writes it. */
export async function assertOrderOf(db: Database, orderId: ObjectId, clientId: ObjectId): Promise<void> {
  const order = (await orderSummaries(db, [orderId])).get(orderId.toHexString());
  if (!order?.clientId.equals(clientId)) throw notFound();
}

/**
 * A client proposes a few hours at a time, and fewer to a couturier who makes nothing for them: an agenda is not filled by who
 * asks most. Under the client's lock, so that many at once are no more than these.
 */
async function assertFewProposals(
  db: Database,
  { clientId, couturierId }: { clientId: ObjectId; couturierId: ObjectId },
  now: Date,
  session: ClientSession,
): Promise<void> {
  const open = { clientId, status: 'proposed' as const, proposedBy: 'client' as const, start: { $gt: now } };
  const all = await appointments(db)
    .find(open, { session, projection: { couturierId: 1 } })
    .toArray();
  if (all.length >= MOST_OPEN_PROPOSALS) throw new AppError('too_many_open');
  const here = all.filter((one) => one.couturierId.equals(couturierId)).length;
  if (here >= MOST_OPEN_FIRST_MEETINGS && !(await worksFor(db, { clientId, couturierId })))
    throw new AppError('too_many_open');
}

/**
 * Books an hour. A client proposes, inside opening hours; a couturier books.
 * @throws AppError not_found for a person or an order that is not there or not theirs; outside_opening_hours; couturier_not_there;
 * appointment_day; too_far_ahead, too_many_open for a client; slot_taken when the couturier is not free, also for all but one of those who
 * ask at the same instant; client_busy when the client has another appointment then.
 */
export async function createAppointment(
  db: Database,
  actor: Actor,
  input: CreateAppointmentInput,
  now = new Date(),
): Promise<AppointmentDto> {
  const clientId = clientIdOf(actor, input.clientId);
  const couturierId = input.couturierId === undefined && isStaff(actor) ? actor.id : toId(input.couturierId ?? '');
  const orderId = toOptionalId(input.orderId);
  if (!(await findClientById(db, clientId)) || !(await isActiveStaff(db, couturierId))) throw notFound();
  if (orderId) await assertOrderOf(db, orderId, clientId);
  await assertBookable(db, actor, input, now);
  if (isStaff(actor)) assertDayThatCanBe(input.start, now);
  if (isClient(actor) && input.start.getTime() - now.getTime() > BOOKING_HORIZON_DAYS * DAY_MS)
    throw new AppError('too_far_ahead');
  const booked = await withLock(db, slotLocks({ couturierId, clientId }), async (session) => {
    if (isClient(actor)) await assertFewProposals(db, { clientId, couturierId }, now, session);
    await assertThere(db, actor, { couturierId, start: input.start }, session);
    await assertFree(db, { couturierId, clientId, start: input.start, minutes: input.minutes }, session);
    const appointment: AppointmentDocument = {
      _id: newId(),
      kind: input.kind,
      clientId,
      couturierId,
      orderId,
      start: input.start,
      minutes: input.minutes,
      note: input.note,
      status: isStaff(actor) ? 'confirmed' : 'proposed',
      proposedBy: isStaff(actor) ? 'house' : 'client',
      ...(isStaff(actor) ? { settledAt: now } : {}),
      createdAt: now,
      updatedAt: now,
      version: 1,
    };
    await appointments(db).insertOne(appointment, { session });
    await tellOther(db, actor, isStaff(actor) ? 'booked' : 'proposed', appointment, session);
    return appointment;
  });
  return toAppointmentOf(db, booked);
}
