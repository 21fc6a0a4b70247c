import { z } from 'zod';
import { words } from '../clean-text';
import { pageQuery } from '../pagination';
import { POINT_CODES, type PointCode } from './measurement-points';
import { dayOrInstant } from './schemas';
import { sentId as id, sentMoment as stamp } from '../wire';

export const MEASUREMENT_KINDS = ['body', 'garment'] as const;
export type MeasurementKind = (typeof MEASUREMENT_KINDS)[number];

/**
 * Centimetres, kept to 0.1. The only refused value is one that is not a number, ≤ 0 or > 400 (product reference);
 * everything else that is odd is a warning. Under half a millimetre there is nothing left after rounding.
 */
export const centimetres = z
  .number({ message: 'fields.centimetres' })
  .min(0.05, { message: 'fields.centimetres' })
  .max(400, { message: 'fields.centimetres' })
  .transform((value) => Math.round(value * 10) / 10);

const shape = Object.fromEntries(POINT_CODES.map((code) => [code, centimetres.optional()])) as Record<
  PointCode,
  z.ZodOptional<typeof centimetres>
>;
export type MeasurementValues = Partial<Record<PointCode, number>>;

export const addMeasurementsInput = z
  .strictObject({
    takenAt: dayOrInstant.optional(),
    kind: z.enum(MEASUREMENT_KINDS).default('body'),
    posture: words().min(1).max(1000).optional(),
    values: z.strictObject(shape).default({}),
    custom: z
      .array(z.strictObject({ label: words().min(1).max(60), value: centimetres }))
      .max(40)
      .default([]),
    /** The person has seen what is unusual and says that it is right. */
    confirm: z.boolean().default(false),
  })
  .refine((set) => set.custom.length > 0 || Object.values(set.values).some((value) => value !== undefined), {
    path: ['values'],
    message: 'fields.noMeasurement',
  });
export type AddMeasurementsInput = z.infer<typeof addMeasurementsInput>;

export const WARNING_CODES = [
  'below_usual',
  'above_usual',
  'sudden_change',
  'underbust_not_below_bust',
  'waist_not_below_hip',
  'inside_leg_not_below_outside',
  'wrist_not_below_elbow',
  'elbow_not_below_upper_arm',
  'wrist_not_below_upper_arm',
] as const;
export type WarningCode = (typeof WARNING_CODES)[number];

/** Something unusual about a point: `point` is a code of the table, or the label of a custom point. */
export interface PointWarning {
  code: WarningCode;
  point: string;
  /** Numbers for the sentence: the value, the range, the previous value, the change in percent. */
  details: Record<string, number>;
}

export const listMeasurementsQuery = pageQuery.extend({ kind: z.enum(MEASUREMENT_KINDS).optional() });
export type ListMeasurementsQuery = z.infer<typeof listMeasurementsQuery>;

/** A warning as it leaves: with its sentence in the reader's language. */
export const measurementWarningDto = z.object({
  code: z.enum(WARNING_CODES),
  point: z.string(),
  message: z.string(),
  details: z.record(z.string(), z.number()),
});
/** A measurement set as it leaves; values in centimetres. */
export const measurementSetDto = z.object({
  id,
  clientId: id,
  takenAt: stamp,
  takenBy: id,
  /** Name of who held the tape; empty when the account is gone. */
  takenByName: z.string(),
  kind: z.enum(MEASUREMENT_KINDS),
  posture: z.string().optional(),
  values: z.partialRecord(z.enum(POINT_CODES), z.number()),
  custom: z.array(z.object({ label: z.string(), value: z.number() })),
  warnings: z.array(measurementWarningDto),
  /** Older than six months: « à reprendre ». */
  outdated: z.boolean(),
  createdAt: stamp,
  updatedAt: stamp,
});
