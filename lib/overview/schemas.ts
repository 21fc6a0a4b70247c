import { z } from 'zod';
import { MESSAGE_TYPES } from '../chat/words';
import { awaitedDto } from '../dashboard/schemas';
import { FEASTS } from '../house/words';
import { bilingualDto } from '../i18n/bilingual-schemas';
import { money } from '../money-schemas';
import { plateDto } from '../orders/answers';
import { DEGREES } from '../planner/words';
import { PROMISE_STATES } from '../promises/promise-state';
import { promiseReasonDto } from '../promises/schemas';
import { day, sentId, sentMoment } from '../wire';

const minutes = z.int();

/** One tap that would save the day: a task in other hands, or the first later day that holds. */
const help = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('task'),
    taskId: sentId,
    /** The task as it was read: somebody else's change meanwhile refuses the move. */
    version: z.int(),
    title: z.string(),
    minutes,
    couturierId: sentId,
    couturierName: z.string(),
    /** Who has it now. */
    fromId: sentId,
    degree: z.enum(DEGREES),
    /** Of a day that is over: the first that then holds. */
    day: day.optional(),
  }),
  z.object({ kind: z.literal('day'), day }),
]);
export type OverviewHelp = z.infer<typeof help>;

const danger = z.object({
  orderId: sentId,
  title: z.string(),
  clientName: z.string(),
  plate: plateDto.optional(),
  day,
  state: z.enum(PROMISE_STATES).exclude(['onTime']),
  /** Whose hands are short. */
  handsName: z.string(),
  needed: minutes,
  reason: promiseReasonDto.optional(),
  help: help.optional(),
});
export type OverviewDanger = z.infer<typeof danger>;

const unanswered = z.object({
  kind: z.enum(['message', 'change', 'defect']),
  /** The conversation, or the order whose change is asked for or of which a defect was reported. */
  id: sentId,
  clientName: z.string(),
  couturierId: sentId,
  couturierName: z.string(),
  /** Whether it is one's own to answer. */
  own: z.boolean(),
  /** The client's own words. Of others' conversations they are shown once they have waited overnight. */
  words: z.string().optional(),
  sent: z.enum(MESSAGE_TYPES).optional(),
  orderTitle: z.string().optional(),
  changes: z.array(z.object({ field: z.string(), to: z.string() })).optional(),
  since: sentMoment,
});
export type OverviewUnanswered = z.infer<typeof unanswered>;

/** Minutes of one week of one person. */
const week = z.object({
  capacity: minutes,
  /** Fittings and the pieces that are promised. */
  taken: minutes,
  /** What is due by its end and finds no hands. */
  over: minutes,
  /** Away all the days of it they would work. */
  away: z.boolean(),
});
const hand = z.object({
  id: sentId,
  name: z.string(),
  weeklyHours: z.number(),
  workingDays: z.array(z.int()),
  /** The day they are back, for who is away today. */
  backOn: day.optional(),
  weeks: z.array(week),
});
export type OverviewHand = z.infer<typeof hand>;

const leave = z.object({
  kind: z.enum(['absence', 'closure', 'feast']),
  from: day,
  to: day,
  /** Who is away. */
  name: z.string().optional(),
  label: bilingualDto.optional(),
  feast: z.enum(FEASTS).optional(),
  /** What part of the usual hours is left, from 0 to 1. */
  share: z.number().optional(),
  /** What falls into an absence and is not moved yet. */
  appointments: z.int().optional(),
  orders: z.int().optional(),
});
export type OverviewLeave = z.infer<typeof leave>;

/** The whole house at a glance, for who runs it. */
export const overviewDto = z.object({
  now: sentMoment,
  /** Today on the atelier's calendar. */
  day,
  counts: z.object({
    late: z.int(),
    untenable: z.int(),
    tight: z.int(),
    unanswered: z.int(),
    quotes: z.int(),
    approvals: z.int(),
    changes: z.int(),
    toCollect: money,
  }),
  /** The gravest; the counts tell of how many. */
  dangers: z.array(danger),
  /** The longest waits. */
  unanswered: z.array(unanswered),
  hands: z.object({
    /** The Monday of each week, and whether the house is closed through it. */
    weeks: z.array(z.object({ monday: day, closed: z.boolean(), closesOn: day.optional() })),
    people: z.array(hand),
  }),
  /** What clients owe: a signature, an answer, money. */
  awaited: z.array(awaitedDto),
  leaves: z.array(leave),
});
export type OverviewDto = z.infer<typeof overviewDto>;
