import { z } from 'zod';
import { appointmentDto } from '../appointments/schemas';
import { editStaffInput } from '../auth/schemas';
import { ABSENCE_KINDS } from '../auth/words';
import { daysFrom } from '../calendar';
import { words } from '../clean-text';
import { ABSENCE_MOST_DAYS } from '../limits';
import { day, givenId, sentId, sentMoment } from '../wire';

const fields = {
  /** The first day away. */
  from: day,
  /** The last day away. */
  to: day,
  kind: z.enum(ABSENCE_KINDS),
  /** For the staff only. */
  note: words().max(300).optional(),
  /** Who of the staff stands in. */
  coverId: givenId.optional(),
};

interface Days {
  from: string;
  to: string;
}
const inOrder = ({ from, to }: Days) => from <= to;
const notTooLong = ({ from, to }: Days) => daysFrom(from, to) < ABSENCE_MOST_DAYS;
const ORDER = { message: 'fields.absenceOrder', path: ['to'] };
const LENGTH = { message: 'fields.absenceLong', path: ['to'] };

/** Days away, both ends included. */
export const addAbsenceInput = z.strictObject(fields).refine(inOrder, ORDER).refine(notTooLong, LENGTH);
export type AddAbsenceInput = z.infer<typeof addAbsenceInput>;

/** The absence as it is from now on, whole. */
export const editAbsenceInput = z
  .strictObject({ ...fields, version: z.number().int().min(1) })
  .refine(inOrder, ORDER)
  .refine(notTooLong, LENGTH);
export type EditAbsenceInput = z.infer<typeof editAbsenceInput>;

/** Hours and working days of a week, from a day on. */
export const agreeWeekInput = z.strictObject({
  from: day,
  weeklyHours: editStaffInput.shape.weeklyHours.unwrap(),
  workingDays: editStaffInput.shape.workingDays.unwrap(),
});
export type AgreeWeekInput = z.infer<typeof agreeWeekInput>;

/** An order promised for a day somebody is away. */
const promisedOrder = z.object({
  id: sentId,
  number: z.string(),
  title: z.string(),
  clientName: z.string(),
  promisedDate: sentMoment,
});

/** What falls into an absence: nothing of it is moved by itself. */
const falling = z.object({
  appointments: z.array(appointmentDto.pick({ id: true, kind: true, start: true, clientId: true, clientName: true })),
  orders: z.array(promisedOrder),
});
export type Falling = z.infer<typeof falling>;

export const absenceDto = z.object({
  id: sentId,
  from: day,
  to: day,
  kind: z.enum(ABSENCE_KINDS),
  note: z.string().optional(),
  coverId: sentId.optional(),
  coverName: z.string().optional(),
  falling,
  createdAt: sentMoment,
  updatedAt: sentMoment,
  version: z.int(),
});
export type AbsenceDto = z.infer<typeof absenceDto>;

/** What was agreed of a week: the first one has no day it begins, and nobody who said it. */
const agreedWeek = z.object({
  from: day.optional(),
  weeklyHours: z.number(),
  workingDays: z.array(z.int()),
  byName: z.string().optional(),
  at: sentMoment.optional(),
});
export type AgreedWeekDto = z.infer<typeof agreedWeek>;

/** One person of the staff: their weeks, and when they are away. */
export const handDto = z.object({
  id: sentId,
  name: z.string(),
  /** What holds today. */
  weeklyHours: z.number(),
  workingDays: z.array(z.int()),
  /** Earliest first, the ones to come too. */
  weeks: z.array(agreedWeek),
  /** Those that are not over, earliest first. */
  absences: z.array(absenceDto),
});
export type HandDto = z.infer<typeof handDto>;

export const handsDto = z.object({
  /** The day at the atelier. */
  today: day,
  items: z.array(handDto),
});
export type HandsDto = z.infer<typeof handsDto>;
