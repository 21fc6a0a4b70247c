import type { ClientSession, ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import { newId } from '../db/ids';
import { searchFieldsOf } from '../db/search';
import { getHouse } from '../house/get-house';
import type { OrderKind } from '../house/stages';
import { translator } from '../i18n/translate';
import { type TaskDocument, tasks } from './documents';
import { endOfColumn } from './place-task';
import { GAP } from './rules';
import { planRetouche, planSteps, type StepKey } from './templates';

/** What a confirmed order says about itself. */
export interface ConfirmedOrder {
  _id: ObjectId;
  kind?: OrderKind;
  garment: string;
  /** Of a retouche: what is to be done, and the minutes it is reckoned at. */
  description?: string;
  workMinutes?: number;
  clientId: ObjectId;
  couturierId: ObjectId;
  promisedDate?: Date;
  desiredDate?: Date;
}

interface Step {
  key: string;
  title: string;
  minutes: number;
  dueDate: Date | undefined;
}

/** What is to be done on it: each line of a retouche, each step of its garment's template. */
async function stepsOf(db: Database, order: ConfirmedOrder, now: Date): Promise<Step[]> {
  const due = order.promisedDate ?? order.desiredDate;
  if (order.kind === 'retouche') return planRetouche(order.description ?? '', order.workMinutes ?? 0, now, due);
  const t = translator((await getHouse(db)).locale, 'tasks');
  return planSteps(order.garment, now, due).map(({ key, minutes, dueDate }) => ({
    key,
    title: t(`steps.${key as StepKey}`),
    minutes,
    dueDate,
  }));
}

/**
 * Gives a confirmed order its tasks: those of its garment, due days counted back from the promised day (else the wished one), in
 * the house's language; those of a retouche as they were written down. They are for the order's couturier. Runs in the confirming transaction; an order confirmed again after a
 * change keeps the tasks it has.
 * @returns how many were made
 */
export async function createOrderTasks(
  db: Database,
  order: ConfirmedOrder,
  session: ClientSession,
  now = new Date(),
): Promise<number> {
  const made = await tasks(db)
    .find({ orderId: order._id, templateKey: { $exists: true } }, { session, projection: { templateKey: 1 } })
    .toArray();
  const known = new Set(made.map((task) => task.templateKey));
  const steps = (await stepsOf(db, order, now)).filter((step) => !known.has(step.key));
  if (steps.length === 0) return 0;
  const first = await endOfColumn(db, 'todo', session);
  const documents = steps.map((step, index): TaskDocument => ({
    _id: newId(),
    title: step.title,
    ...searchFieldsOf([step.title]),
    orderId: order._id,
    clientId: order.clientId,
    assigneeId: order.couturierId,
    status: 'todo',
    priority: 'normal',
    dueDate: step.dueDate,
    minutes: step.minutes,
    checklist: [],
    position: first + index * GAP,
    templateKey: step.key,
    createdAt: now,
    updatedAt: now,
    version: 1,
  }));
  await tasks(db).insertMany(documents, { session });
  return documents.length;
}
