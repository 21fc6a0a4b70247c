import { z } from 'zod';
import { words } from '../clean-text';
import { POINT_CODES } from '../clients/measurement-points';
import { fileRefDto } from '../files/schemas';
import { givenId, sentId, sentMoment } from '../wire';

const text = (max: number) => words().min(1).max(max);
/** How much wider (or narrower, below zero) a point should be: centimetres, kept to 0.1. */
const delta = z
  .number()
  .min(-50)
  .max(50)
  .transform((value) => Math.round(value * 10) / 10);

const remark = z
  .strictObject({
    point: z.enum(POINT_CODES).optional(),
    /** A place the house has no measure of: « le tombé de la manche ». */
    label: text(60).optional(),
    delta: delta.optional(),
    note: text(1000).optional(),
    fileIds: z.array(givenId).max(6).default([]),
    /** Becomes a task of the board. */
    task: z.boolean().default(false),
    /** The client reads it in the timeline. */
    shared: z.boolean().default(false),
  })
  .refine((one) => one.note ?? one.delta ?? one.fileIds[0], { path: ['note'], message: 'fields.required' })
  .refine((one) => one.delta === undefined || one.point !== undefined || one.label !== undefined, {
    path: ['label'],
    message: 'fields.required',
  })
  .refine((one) => one.point === undefined || one.label === undefined, { path: ['label'] });

/** What was seen at a fitting. Each point at most once. */
export const createFittingSheetInput = z
  .strictObject({
    remarks: z.array(remark).max(45).default([]),
    /** For both to read. */
    note: text(4000).optional(),
    /**
     * The body has changed: its measurements follow, in a new set of the last known values, changed by what was noted. A garment
     * that is taken in says nothing of the body, so this is said and never assumed.
     */
    measure: z.boolean().default(false),
    /** What is unusual about the new measurements was seen. */
    confirm: z.boolean().default(false),
  })
  .refine(({ remarks, note }) => remarks.length > 0 || note !== undefined, {
    path: ['remarks'],
    message: 'fields.noRemark',
  })
  .refine(
    ({ remarks }) => {
      const points = remarks.flatMap(({ point }) => point ?? []);
      return new Set(points).size === points.length;
    },
    { path: ['remarks'] },
  );
export type CreateFittingSheetInput = z.output<typeof createFittingSheetInput>;

const fittingRemarkDto = z.object({
  point: z.enum(POINT_CODES).optional(),
  label: z.string().optional(),
  delta: z.number().optional(),
  /** The last known measure, and what it became. */
  before: z.number().optional(),
  after: z.number().optional(),
  note: z.string().optional(),
  files: z.array(fileRefDto),
  /** The atelier's own: not there for a client, who only gets what is shared. */
  shared: z.boolean().optional(),
  taskId: sentId.optional(),
});
export type FittingRemarkDto = z.infer<typeof fittingRemarkDto>;

/** A fitting sheet as it leaves; a client's holds only the parts meant for them. */
export const fittingSheetDto = z.object({
  id: sentId,
  appointmentId: sentId,
  orderId: sentId,
  clientId: sentId,
  couturierId: sentId,
  couturierName: z.string(),
  remarks: z.array(fittingRemarkDto),
  note: z.string().optional(),
  measurementSetId: sentId.optional(),
  createdAt: sentMoment,
  updatedAt: sentMoment,
});
export type FittingSheetDto = z.infer<typeof fittingSheetDto>;
