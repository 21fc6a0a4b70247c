import { z } from 'zod';
import { POINT_CODES, type PointCode } from '@/lib/clients/measurement-points';
import { readStored, writeStored } from '@/lib/browser-storage';

const typed = z.object(
  Object.fromEntries(POINT_CODES.map((code) => [code, z.string().optional()])) as Record<
    PointCode,
    z.ZodOptional<z.ZodString>
  >,
);
const draftSchema = z.object({
  typed,
  custom: z.array(z.object({ key: z.number(), label: z.string(), typed: z.string() })),
  posture: z.string(),
});

/** Measurements being taken, as they are typed: a tape in the hand and a child at the door must lose nothing. */
export type MeasureDraft = z.infer<typeof draftSchema>;
export const EMPTY_DRAFT: MeasureDraft = { typed: {}, custom: [], posture: '' };

const isEmpty = ({ typed: points, custom, posture }: MeasureDraft): boolean =>
  Object.values(points).every((text) => !text?.trim()) &&
  custom.every((point) => !point.label.trim() && !point.typed.trim()) &&
  !posture.trim();

/** Kept in this browser, for one account and one file. */
export const draftKey = (account: string, file: string): string => `fashionflow:measures:${account}:${file}`;

/** What was kept; nothing when there is none, or one of another time. */
export const readDraft = (key: string): MeasureDraft | undefined => readStored(key, draftSchema);

/** Keeps the draft, or forgets an empty one. @returns whether it is kept */
export const writeDraft = (key: string, draft: MeasureDraft): boolean =>
  writeStored(key, isEmpty(draft) ? undefined : draft) && !isEmpty(draft);
