import { z } from 'zod';
import type { Leaves } from '../wire';
import { TASK_STATUSES, TASK_PRIORITIES } from './words';

/** Everything that is kept of a task and also leaves, written once; names are added in `schemas.ts`, what only the database has in `documents.ts`. */
export const taskShape = <Id extends z.ZodType, Moment extends z.ZodType>({ id, moment }: Leaves<Id, Moment>) =>
  z.object({
    title: z.string(),
    note: z.string().optional(),
    orderId: id.optional(),
    clientId: id.optional(),
    /** The account that does it. */
    assigneeId: id.optional(),
    status: z.enum(TASK_STATUSES),
    priority: z.enum(TASK_PRIORITIES),
    dueDate: moment.optional(),
    minutes: z.number().optional(),
    checklist: z.array(z.object({ text: z.string(), done: z.boolean() })),
    /** What the work waits for, while it is blocked. */
    blockedReason: z.string().optional(),
    /** The message it was made from. */
    messageId: id.optional(),
    /** The number of the remark it was made from, on the marked picture, and a copy of that picture for whoever does it. */
    remark: z.int().optional(),
    picture: z
      .object({
        id,
        name: z.string(),
        mime: z.string(),
        size: z.int(),
        width: z.int().optional(),
        height: z.int().optional(),
      })
      .optional(),
    /** Place in the column of its status; equal places are told apart by their ids. */
    position: z.number(),
    doneAt: moment.optional(),
    createdAt: moment,
    updatedAt: moment,
    version: z.int(),
  });
