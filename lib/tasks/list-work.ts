import type { ObjectId } from 'mongodb';
import type { StaffActor } from '../actor';
import type { Database } from '../db/client';
import { tasks } from './documents';
import { type TaskDto, toTask } from './dto';
import { relationsOf } from './relations';

/** What one person has to do, and what they have done since a moment, in the order of its days. */
export async function listWork(db: Database, actor: StaffActor, doneSince: Date): Promise<TaskDto[]> {
  const rows = await tasks(db)
    .find({ assigneeId: actor.id, $or: [{ status: { $ne: 'done' } }, { doneAt: { $gte: doneSince } }] })
    .sort({ dueDate: 1, position: 1, _id: 1 })
    .toArray();
  const relations = await relationsOf(db, rows);
  return rows.map((row) => toTask(row, relations));
}

/** Minutes of work left on several orders, whoever does it, by hex id; an order without open tasks is left out. */
export async function minutesLeft(db: Database, orderIds: readonly ObjectId[]): Promise<Map<string, number>> {
  const rows = await tasks(db)
    .find({ orderId: { $in: [...orderIds] }, status: { $ne: 'done' } }, { projection: { orderId: 1, minutes: 1 } })
    .toArray();
  const left = new Map<string, number>();
  for (const { orderId, minutes } of rows) {
    const key = orderId?.toHexString();
    if (key) left.set(key, (left.get(key) ?? 0) + (minutes ?? 0));
  }
  return left;
}
