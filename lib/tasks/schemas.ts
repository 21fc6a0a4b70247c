import { z } from 'zod';
import { words } from '../clean-text';
import { plateDto } from '../orders/answers';
import { anyStage } from '../house/schemas';
import { pageQuery } from '../pagination';
import { day, givenId as id, givenMoment, sentId, sentMoment } from '../wire';
import { taskShape } from './shape';
import { TASK_PRIORITIES, TASK_STATUSES } from './words';

const text = (max: number) => words().min(1).max(max);
/** A day (kept at noon UTC, so that it is the same day in Paris all year) or an instant. */
const dueDate = z
  .union([day.transform((day) => `${day}T12:00:00Z`), givenMoment])
  .transform((value) => new Date(value));
const checklist = z.array(z.strictObject({ text: text(200), done: z.boolean().default(false) })).max(50);
/** How long the work takes. */
const minutes = z.int().min(5).max(6000);

const fields = {
  title: text(200),
  note: text(4000),
  orderId: id,
  clientId: id,
  assigneeId: id,
  status: z.enum(TASK_STATUSES),
  priority: z.enum(TASK_PRIORITIES),
  dueDate,
  minutes,
  checklist,
  /** What the work waits for, while it is blocked. */
  blockedReason: text(300),
  /** The message of a conversation that asked for it; its thread is the only reader. */
  messageId: id,
};

export const createTaskInput = z.strictObject({
  title: fields.title,
  note: fields.note.optional(),
  orderId: fields.orderId.optional(),
  clientId: fields.clientId.optional(),
  assigneeId: fields.assigneeId.optional(),
  status: fields.status.default('todo'),
  priority: fields.priority.default('normal'),
  dueDate: fields.dueDate.optional(),
  minutes: fields.minutes.optional(),
  checklist: fields.checklist.default([]),
  blockedReason: fields.blockedReason.optional(),
  messageId: fields.messageId.optional(),
});
export type CreateTaskInput = z.output<typeof createTaskInput>;

/** A remark on a picture becomes work: the conversation says whose it is, the rest is said on the task. */
export const noteRemarkInput = createTaskInput.pick({
  title: true,
  dueDate: true,
  minutes: true,
  assigneeId: true,
  orderId: true,
});
export type NoteRemarkInput = z.output<typeof noteRemarkInput>;

/** What is sent changes, `null` empties. */
export const editTaskInput = z.strictObject({
  version: z.int().min(1),
  title: fields.title.optional(),
  note: fields.note.nullable().optional(),
  orderId: fields.orderId.nullable().optional(),
  clientId: fields.clientId.nullable().optional(),
  assigneeId: fields.assigneeId.nullable().optional(),
  status: fields.status.optional(),
  priority: fields.priority.optional(),
  dueDate: fields.dueDate.nullable().optional(),
  minutes: fields.minutes.nullable().optional(),
  checklist: fields.checklist.optional(),
  blockedReason: fields.blockedReason.nullable().optional(),
});
export type EditTaskInput = z.output<typeof editTaskInput>;

/** To a column, before a task of it, or at its end. */
export const moveTaskInput = z.strictObject({
  status: fields.status,
  beforeId: id.nullable().optional(),
  blockedReason: fields.blockedReason.optional(),
});
export type MoveTaskInput = z.output<typeof moveTaskInput>;

export const listTasksQuery = pageQuery.extend({
  status: z.enum(TASK_STATUSES).optional(),
  assigneeId: id.optional(),
  orderId: id.optional(),
  clientId: id.optional(),
  dueFrom: dueDate.optional(),
  dueTo: dueDate.optional(),
  /** Leaves out what was done before this instant: a board shows the recent ones. */
  doneSince: dueDate.optional(),
  q: words().max(120).optional(),
});
export type ListTasksQuery = z.output<typeof listTasksQuery>;

export const taskParams = z.strictObject({ id: z.string() });

/** The order a task serves, as far as a card shows it. */
const taskOrder = z.object({
  id: sentId,
  number: z.string(),
  title: z.string(),
  stage: anyStage,
  plate: plateDto.optional(),
});
/** A task as it leaves. */
export const taskDto = taskShape({ id: sentId, moment: sentMoment }).extend({
  id: sentId,
  order: taskOrder.optional(),
  clientName: z.string().optional(),
  assigneeName: z.string().optional(),
});
