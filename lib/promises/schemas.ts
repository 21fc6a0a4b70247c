import { z } from 'zod';
import { bilingualDto } from '../i18n/bilingual-schemas';
import { FEASTS } from '../house/words';
import { DEGREES, REASON_KINDS } from '../planner/words';
import { day, givenId, sentId } from '../wire';

/** What is asked of the planner: an order that is there, or a garment somebody would like; `day` where one is meant already. */
export const promiseQuery = z
  .strictObject({
    orderId: givenId.optional(),
    /** A code of the house's garments. */
    garment: z
      .string()
      .regex(/^[a-z][A-Za-z0-9]{1,39}$/)
      .optional(),
    /** Of a retouche, the minutes it is reckoned at: nothing is asked of its garment then. */
    minutes: z.coerce.number().int().min(5).max(6000).optional(),
    /** Who would make it; left out, the order's couturier, or whoever is free first. */
    couturierId: givenId.optional(),
    day: day.optional(),
    /** The day it is worn. Of a garment with no `day`, the last open day until then is judged. */
    eventDay: day.optional(),
  })
  .refine(({ orderId, garment, minutes }) => [orderId, garment, minutes].some((one) => one !== undefined), {
    path: ['garment'],
  });
export type PromiseQuery = z.infer<typeof promiseQuery>;

/** Another promise: an order, or a task that serves none. */
const otherPromise = z.object({
  orderId: sentId.optional(),
  number: z.string().optional(),
  title: z.string(),
  clientName: z.string().optional(),
  due: day,
  /** The day it would slip to, or could be moved to. */
  to: day.optional(),
});

export const promiseReasonDto = z.object({
  kind: z.enum(REASON_KINDS),
  /** A closing or a feast: its days and its name. */
  from: day.optional(),
  to: day.optional(),
  label: bilingualDto.optional(),
  feast: z.enum(FEASTS).optional(),
  eventDay: day.optional(),
  /** Whose week it is that overflows, and by how much; minutes. */
  name: z.string().optional(),
  week: day.optional(),
  needed: z.int().optional(),
  free: z.int().optional(),
  missing: z.int().optional(),
  margin: z.int().optional(),
  other: otherPromise.optional(),
});
export type PromiseReason = z.infer<typeof promiseReasonDto>;

const remedy = z.object({
  kind: z.enum(['anotherHand', 'anotherDay', 'anotherOrder']),
  day: day.optional(),
  shares: z.array(z.object({ couturierId: sentId, name: z.string(), minutes: z.int() })).optional(),
  other: otherPromise.optional(),
});
export type PromiseRemedy = z.infer<typeof remedy>;

/** Minutes of one week of the person whose piece it is. */
const week = z.object({
  week: day,
  capacity: z.int(),
  taken: z.int(),
  piece: z.int(),
  over: z.int(),
});

/** What the house can say of a day; the last two are for the staff. */
export const promiseDto = z.object({
  /** The day at the atelier. */
  today: day,
  day: day.optional(),
  degree: z.enum(DEGREES).optional(),
  /** The first day that simply holds; none before the event, or as far as the house promises. */
  earliest: day.optional(),
  reasons: z.array(promiseReasonDto),
  remedies: z.array(remedy).optional(),
  load: z.object({ name: z.string(), weeks: z.array(week) }).optional(),
});
export type PromiseDto = z.infer<typeof promiseDto>;
