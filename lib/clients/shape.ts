import { z } from 'zod';
import type { Leaves } from '../wire';
import { perText } from './fields';

/**
 * Everything that is kept of a client file and also leaves, written once; what is derived is added in `schemas.ts`, what only the database
 * has in `documents.ts`.
 */
export const clientShape = <Id extends z.ZodType, Moment extends z.ZodType>({ id, moment }: Leaves<Id, Moment>) =>
  z.object({
    name: z.string(),
    email: z.string().optional(),
    ...perText(() => z.string().optional()),
    /** Birthday without a year, `MM-DD`: the house wishes it, it does not count it. */
    birthday: z.string().optional(),
    /** What the pieces are made for, counted down on the file. */
    event: z.object({ label: z.string(), date: moment }).optional(),
    tags: z.array(z.string()),
    archived: z.boolean(),
    /** The account, once the person has one. */
    accountId: id.optional(),
    /** Since when the owner has this account suspended; the account itself says whether it may come in. */
    suspendedAt: moment.optional(),
    /** When the person had themselves erased; what stays is what the law asks the house to keep. */
    erasedAt: moment.optional(),
    /** When the newest measurement set was taken; kept here so that the list can say « à reprendre ». */
    lastMeasuredAt: moment.optional(),
    createdAt: moment,
    updatedAt: moment,
    version: z.int(),
  });
