import * as z from 'zod/mini';
import { POINT_CODES, type PointCode } from '@/lib/clients/measurement-points';

const typed = z.object(
  Object.fromEntries(POINT_CODES.map((code) => [code, z.optional(z.string())])) as Record<
    PointCode,
    z.ZodMiniOptional<z.ZodMiniString>
  >,
);
export const measureDraft = z.object({
  typed,
  custom: z.array(z.object({ key: z.number(), label: z.string(), typed: z.string() })),
  posture: z.string(),
});

/** Measurements being taken, as they are typed: a tape in the hand and a child at the door must lose nothing. */
export type MeasureDraft = z.infer<typeof measureDraft>;
export const EMPTY_DRAFT: MeasureDraft = { typed: {}, custom: [], posture: '' };
