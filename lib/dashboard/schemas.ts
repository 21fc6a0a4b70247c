import { z } from 'zod';
import { APPOINTMENT_KINDS, APPOINTMENT_STATUSES } from '../appointments/words';
import { MESSAGE_TYPES } from '../chat/words';
import { money } from '../money-schemas';
import { plateDto } from '../orders/answers';
import { anyStage } from '../house/schemas';
import { PROMISE_STATES } from '../promises/promise-state';
import { TASK_STATUSES } from '../tasks/words';
import { givenId, sentMoment, day } from '../wire';

const id = z.string();
const when = sentMoment;
const minutes = z.number().int();

const dayAppointment = z.object({
  id,
  kind: z.enum(APPOINTMENT_KINDS),
  clientName: z.string(),
  orderTitle: z.string().optional(),
  start: when,
  minutes,
  status: z.enum(APPOINTMENT_STATUSES),
});
export type DayAppointment = z.infer<typeof dayAppointment>;

const dayTask = z.object({
  id,
  title: z.string(),
  status: z.enum(TASK_STATUSES),
  dueDate: when.optional(),
  minutes: minutes.optional(),
  blockedReason: z.string().optional(),
  doneAt: when.optional(),
  orderTitle: z.string().optional(),
  clientName: z.string().optional(),
  stage: anyStage.optional(),
});
export type DayTask = z.infer<typeof dayTask>;

/** One day of the week against what one pair of hands can do. */
const dayLoad = z.object({ day: day, planned: minutes, capacity: minutes });
export type DayLoad = z.infer<typeof dayLoad>;

/** Somebody who waits for the couturier: a change, a defect, a first word, an unanswered one, an hour to confirm, a quote to write. */
export const WAITING_KINDS = ['change', 'defect', 'conversation', 'message', 'appointment', 'quote'] as const;
const waiting = z.object({
  kind: z.enum(WAITING_KINDS),
  id,
  clientName: z.string(),
  /** The words of the person themselves, where there are some; else what they sent. */
  words: z.string().optional(),
  sent: z.enum(MESSAGE_TYPES).optional(),
  /** What should change, for a change request. */
  changes: z.array(z.object({ field: z.string(), to: z.string() })).optional(),
  /** The hour that is asked for, for an appointment. */
  orderTitle: z.string().optional(),
  at: when.optional(),
  since: when,
  href: z.string(),
});
export type Waiting = z.infer<typeof waiting>;

/** What the couturier waits for: a signature, a deposit, an answer, what is left to pay of a finished piece, or what blocks a task. */
export const AWAITED_KINDS = ['approval', 'change', 'quote', 'deposit', 'balance', 'task'] as const;
export const awaitedDto = z.object({
  kind: z.enum(AWAITED_KINDS),
  /** The order, or the task. */
  id,
  clientName: z.string().optional(),
  title: z.string(),
  reason: z.string().optional(),
  amount: money.optional(),
  since: when,
  promisedDate: when.optional(),
  href: z.string(),
  /** Whether the house can reach the person here, rather than only open the page. */
  remindable: z.boolean(),
});
export type Awaited = z.infer<typeof awaitedDto>;

const promise = z.object({
  orderId: id,
  title: z.string(),
  clientName: z.string(),
  promisedDate: when,
  stage: anyStage,
  plate: plateDto.optional(),
  state: z.enum(PROMISE_STATES),
  /** Work left, and hands left before the day. */
  needed: minutes,
  free: minutes,
});
export type Promised = z.infer<typeof promise>;

/** The couturier's day, in one answer. */
export const dashboardDto = z.object({
  now: when,
  /** Today on the atelier's calendar. */
  day: day,
  /** The hours the day's tape shows, in minutes since midnight. */
  tape: z.object({ from: minutes, to: minutes }),
  appointments: z.array(dayAppointment),
  tasks: z.array(dayTask),
  planned: minutes,
  free: minutes,
  week: z.array(dayLoad),
  waiting: z.array(waiting),
  awaited: z.array(awaitedDto),
  promises: z.array(promise),
});
export type DashboardDto = z.infer<typeof dashboardDto>;

/** What a client may be reminded of. */
export const remindClientInput = z.strictObject({
  orderId: givenId,
  about: z.enum(AWAITED_KINDS).exclude(['task']),
});
export type RemindClientInput = z.infer<typeof remindClientInput>;

/** A day of the calendar: what it holds already, and the pieces promised for it. */
export interface CalendarDay {
  day: string;
  planned: number;
  capacity: number;
  hours: { from: string; to: string }[];
  promises: { id: string; title: string; clientName: string }[];
}

/** A week, its ends as instants. */
export interface Calendar {
  monday: string;
  from: string;
  to: string;
  now: string;
  days: CalendarDay[];
}
