import { z } from 'zod';
import { ACT_GROUPS, ACT_KINDS, ACT_NOTICES, ACT_SUBJECTS } from '../audit/words';
import { LOCALES } from '../i18n/config';
import { pageQuery } from '../pagination';
import { day, givenId, sentId, sentMoment } from '../wire';

/** Which lines of the journal: who did it, to whom, what it is about, and on which days of the atelier's calendar. */
const narrowed = {
  by: givenId.optional(),
  of: givenId.optional(),
  group: z.enum(ACT_GROUPS).optional(),
  from: day.optional(),
  to: day.optional(),
};
export const listActsQuery = pageQuery.extend(narrowed);
export type ListActsQuery = z.output<typeof listActsQuery>;
export const exportActsQuery = z.strictObject({ ...narrowed, locale: z.enum(LOCALES).optional() });
export type ExportActsQuery = z.output<typeof exportActsQuery>;

/** One line. Whoever was erased since has no name in it any more. */
export const actDto = z.object({
  id: sentId,
  at: sentMoment,
  kind: z.enum(ACT_KINDS),
  group: z.enum(ACT_GROUPS),
  by: z.object({ id: sentId, name: z.string() }).nullable(),
  of: z.object({ kind: z.enum(ACT_SUBJECTS), id: sentId, name: z.string() }).nullable(),
  userAgent: z.string(),
  address: z.string(),
  detail: z.object({
    count: z.number().optional(),
    more: z.number().optional(),
    from: z.string().optional(),
    to: z.string().optional(),
    paths: z.array(z.string()).optional(),
    number: z.string().optional(),
  }),
  notice: z.enum(ACT_NOTICES).nullable(),
});
export type ActDto = z.infer<typeof actDto>;

/** The thread of the journal, how many lines answer the question (a thousand at most), and what deserves a look this week. */
export interface Journal {
  lines: number;
  checked: { at: string; whole: boolean } | null;
  found: number;
  notices: ActDto[];
}
