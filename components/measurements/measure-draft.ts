import { z } from 'zod';
import { POINT_CODES, type PointCode } from '@/lib/clients/measurement-points';

const typed = z.object(
  Object.fromEntries(POINT_CODES.map((code) => [code, z.string().optional()])) as Record<
    PointCode,
    z.ZodOptional<z.ZodString>
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
