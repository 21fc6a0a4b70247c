import type { ClientSession, ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import { newId } from '../db/ids';
import { searchFieldsOf } from '../db/search';
import { getHouse } from '../house/get-house';
import { translator } from '../i18n/translate';
import { type TaskDocument, tasks } from './documents';
import { endOfColumn } from './place-task';
import { GAP } from './rules';
import { planSteps, type StepKey } from './templates';

/** What a confirmed order says about itself. */
export interface ConfirmedOrder {
  _id: ObjectId;
  garment: string;
  clientId: ObjectId;
  couturierId: ObjectId;
  promisedDate?: Date;
  desiredDate?: Date;
}

/**
 * Gives a confirmed order the tasks of its garment, due days counted back from the promised day (else the wished one), in
 * the house's language, for the order's couturier. Runs in the confirming transaction; an order confirmed again after a
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
  const steps = planSteps(order.garment, now, order.promisedDate ?? order.desiredDate).filter(
    (step) => !known.has(step.key),
  );
  if (steps.length === 0) return 0;
  const house = await getHouse(db);
  const t = translator(house.locale, 'tasks');
  const first = await endOfColumn(db, 'todo', session);
  const documents = steps.map((step, index): TaskDocument => ({
    _id: newId(),
    title: t(`steps.${step.key as StepKey}`),
    ...searchFieldsOf([t(`steps.${step.key as StepKey}`)]),
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
