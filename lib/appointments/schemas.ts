import { z } from 'zod';
import { words } from '../clean-text';
import { pageQuery } from '../pagination';
import { day, givenId as id, givenMoment, sentId, sentMoment } from '../wire';
import { appointmentShape } from './shape';
import { APPOINTMENT_KINDS, APPOINTMENT_STATUSES } from './words';
import { LONGEST_MINUTES } from './words';

const instant = givenMoment.transform((text) => new Date(text));
const dayOrInstant = z
  .union([day.transform((day) => `${day}T00:00:00Z`), givenMoment])
  .transform((text) => new Date(text));
const fields = {
  kind: z.enum(APPOINTMENT_KINDS),
  clientId: id,
  couturierId: id,
  orderId: id,
  start: instant,
  minutes: z.int().min(15).max(LONGEST_MINUTES),
  note: words().min(1).max(1000),
};

/** A client leaves `clientId` out; a couturier may leave `couturierId` out and means themselves. */
export const createAppointmentInput = z.strictObject({
  kind: fields.kind,
  clientId: fields.clientId.optional(),
  couturierId: fields.couturierId.optional(),
  orderId: fields.orderId.optional(),
  start: fields.start,
  minutes: fields.minutes.default(60),
  note: fields.note.optional(),
});
export type CreateAppointmentInput = z.output<typeof createAppointmentInput>;

/** What is sent changes, `null` empties. A client moves only: start, minutes and note. */
export const editAppointmentInput = z.strictObject({
  version: z.int().min(1),
  kind: fields.kind.optional(),
  couturierId: fields.couturierId.optional(),
  orderId: fields.orderId.nullable().optional(),
  start: fields.start.optional(),
  minutes: fields.minutes.optional(),
  note: fields.note.nullable().optional(),
  /** It took place. */
  status: z.literal('done').optional(),
});
export type EditAppointmentInput = z.output<typeof editAppointmentInput>;

export const listAppointmentsQuery = pageQuery.extend({
  from: dayOrInstant.optional(),
  to: dayOrInstant.optional(),
  couturierId: id.optional(),
  clientId: id.optional(),
  orderId: id.optional(),
  status: z.enum(APPOINTMENT_STATUSES).optional(),
});
export type ListAppointmentsQuery = z.output<typeof listAppointmentsQuery>;

export const appointmentParams = z.strictObject({ id: z.string() });

/** A stretch of a couturier's day that is given away. */
export interface Taken {
  couturierId: string;
  start: string;
  minutes: number;
}

/** An appointment as it leaves. */
export const appointmentDto = appointmentShape({ id: sentId, moment: sentMoment }).extend({
  id: sentId,
  clientName: z.string(),
  couturierName: z.string(),
  order: z.object({ id: sentId, number: z.string(), title: z.string() }).optional(),
  end: sentMoment,
});
