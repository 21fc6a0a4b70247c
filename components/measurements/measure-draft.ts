import * as v from 'valibot';
import { POINT_CODES, type PointCode } from '@/lib/clients/measurement-points';

const typed = v.object(
  Object.fromEntries(POINT_CODES.map((code) => [code, v.optional(v.string())])) as Record<
    PointCode,
    v.OptionalSchema<v.StringSchema<undefined>, undefined>
  >,
);
export const measureDraft = v.object({
  typed,
  custom: v.array(v.object({ key: v.number(), label: v.string(), typed: v.string() })),
  posture: v.string(),
});

/** Measurements being taken, as they are typed: a tape in the hand and a child at the door must lose nothing. */
export type MeasureDraft = v.InferOutput<typeof measureDraft>;
export const EMPTY_DRAFT: MeasureDraft = { typed: {}, custom: [], posture: '' };
