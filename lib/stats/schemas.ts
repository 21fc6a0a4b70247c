import { z } from 'zod';
import { bilingualDto } from '../i18n/bilingual-schemas';
import { money } from '../money-schemas';
import { plateDto } from '../orders/answers';
import { PATH } from '../house/stages';
import { sentId, sentMoment, day } from '../wire';
import { lengthOf, MAX_DAYS, VERDICTS } from './rules';

const count = z.number().int().nonnegative();
const days = z.number().int();
const span = z.object({ from: day, to: day });

/** Both ends of a period, or neither: then the twelve months up to this one. */
export const statsQuery = z
  .strictObject({ from: day.optional(), to: day.optional() })
  .superRefine(({ from, to }, context) => {
    const refuse = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message, input: undefined });
    if (from === undefined && to === undefined) return;
    if (from === undefined || to === undefined) return refuse(from === undefined ? 'from' : 'to', 'fields.required');
    if (from > to) refuse('to', 'fields.interval');
    else if (lengthOf({ from, to }) > MAX_DAYS) refuse('to', 'fields.tooBig');
  });
export type StatsQuery = z.output<typeof statsQuery>;

const bucket = span.extend({
  /** Payments less refunds, reversed ones left out. */
  amount: money,
  /** Orders that paid something. */
  orders: count,
  /** The same days a year earlier; absent before the house's first year. */
  yearBefore: money.optional(),
});

const piece = z.object({
  orderId: sentId,
  number: z.string(),
  title: z.string(),
  promised: day,
  delivered: day,
  /** Days after the promise (0 on the day); negative, days before it. */
  days,
});
export type KeptPiece = z.infer<typeof piece>;

/** A middle delay beside the one that was promised, in days from the acceptance to the handing over. */
const delay = { kept: count.optional(), promised: count.optional() };

const modelLine = z.object({
  /** Absent for what was made without a model. */
  modelId: sentId.optional(),
  plate: plateDto.optional(),
  /** Orders that paid something in the period. */
  pieces: count,
  revenue: money,
  ...delay,
});
export type ModelLine = z.infer<typeof modelLine>;

const stageLine = z.object({
  stage: z.enum(PATH),
  count,
  /** The mean of the three months before, at the same date; absent for a house that is younger. */
  usual: z.number().nonnegative().optional(),
});
export type StageLine = z.infer<typeof stageLine>;

export const statsDto = span.extend({
  today: day,
  /** The day of the house's first order. */
  since: day.optional(),
  verdict: z.enum(VERDICTS),
  revenue: z.object({
    total: money,
    compared: span.extend({ amount: money }),
    latest: span.extend({ amount: money, compared: span.extend({ amount: money }) }),
    buckets: z.array(bucket),
    /** What signed quotes still let expect by promised dates, after the period; empty for one that is over. */
    expected: z.array(span.extend({ amount: money })),
    /** What came in under another currency than the house's, never added up with it. */
    others: z.array(money),
  }),
  stages: z.object({
    /** The moment the stages are counted at. */
    at: sentMoment,
    going: count,
    lines: z.array(stageLine),
    /** The days `delivered` is counted over. */
    delivered: span,
  }),
  kept: z.object({
    /** Pieces handed over that had been promised for a day. */
    promised: count,
    onTime: count,
    late: count,
    lateDays: count,
    couturiers: z.array(z.object({ id: sentId, name: z.string(), pieces: z.array(piece) })),
  }),
  delay: z.object({
    ...delay,
    pieces: count,
    garment: z.object({ label: bilingualDto, kept: count, pieces: count }).optional(),
  }),
  models: z.array(modelLine),
  /** Retouches, which are in no other figure but what came in: those at work now, and those handed over in the period. */
  retouches: z.object({
    going: count,
    delivered: count,
    promised: count,
    onTime: count,
    /** Their middle delay, from the opening to the handing over. */
    days: count.optional(),
    revenue: money,
  }),
});
export type StatsDto = z.infer<typeof statsDto>;
