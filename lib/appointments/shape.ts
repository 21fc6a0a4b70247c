import { z } from 'zod';
import { SIDES } from '../orders/words';
import type { Leaves } from '../wire';
import { APPOINTMENT_KINDS, APPOINTMENT_STATUSES } from './words';

/**
 * Everything that is kept of an appointment and also leaves, written once; names are added in `schemas.ts`, what only the database has
 * in `documents.ts`.
 */
export const appointmentShape = <Id extends z.ZodType, Moment extends z.ZodType>({ id, moment }: Leaves<Id, Moment>) =>
  z.object({
    kind: z.enum(APPOINTMENT_KINDS),
    clientId: id,
    /** The couturier's account. */
    couturierId: id,
    orderId: id.optional(),
    start: moment,
    minutes: z.number(),
    note: z.string().optional(),
    status: z.enum(APPOINTMENT_STATUSES),
    /** Who asked for the hour as it stands: the other one answers. */
    proposedBy: z.enum(SIDES),
    createdAt: moment,
    updatedAt: moment,
    version: z.int(),
  });
