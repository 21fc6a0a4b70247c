import { z } from 'zod';

/** An id as a caller may write it: 24 hexadecimal digits; small letters from here on, so that one id is one text. */
export const givenId = z
  .string()
  .regex(/^[0-9a-f]{24}$/i)
  .toLowerCase();
/** An id as it leaves. */
export const sentId = z.string().regex(/^[0-9a-f]{24}$/);
/** A moment as it leaves: ISO 8601, UTC. */
export const sentMoment = z.iso.datetime();
/** A moment as a caller may write it, in any time zone. */
export const givenMoment = z.iso.datetime({ offset: true });
/** A day of the calendar, `2027-02-13`. */
export const day = z.iso.date();

/** How the two things that differ between what is kept and what leaves are written: ids and moments. */
export interface Leaves<Id extends z.ZodType, Moment extends z.ZodType> {
  id: Id;
  moment: Moment;
}
/** The leaves of what leaves. */
export const WIRE = { id: z.string(), moment: sentMoment };
