import type { ObjectId } from 'mongodb';
import type { StaffActor } from '../actor';
import type { Database } from '../db/client';
import { type TaskDocument, tasks } from './documents';
import { type TaskDto, toTask } from './dto';
import { relationsOf } from './relations';
import { OPEN_STATUSES } from './words';

/** What one person has to do, and what they have done since a moment, in the order of its days. */
export async function listWork(db: Database, actor: StaffActor, doneSince: Date): Promise<TaskDto[]> {
  const rows = await tasks(db)
    // Each way in has an index of its own; who is in both is found once.
    .find({
      $or: [
        { assigneeId: actor.id, status: { $in: [...OPEN_STATUSES] } },
        { assigneeId: actor.id, doneAt: { $gte: doneSince } },
      ],
    })
    .toArray();
  const relations = await relationsOf(db, rows);
  const day = (row: TaskDocument): number => row.dueDate?.getTime() ?? 0;
  return rows
    .sort((a, b) => day(a) - day(b) || a.position - b.position || (a._id.toHexString() < b._id.toHexString() ? -1 : 1))
    .map((row) => toTask(row, relations));
}

/** Minutes of work left on several orders, whoever does it, by hex id; an order without open tasks is left out. */
export async function minutesLeft(db: Database, orderIds: readonly ObjectId[]): Promise<Map<string, number>> {
  const rows = await tasks(db)
    .find(
      { orderId: { $in: [...orderIds] }, status: { $in: [...OPEN_STATUSES] } },
      { projection: { orderId: 1, minutes: 1 } },
    )
    .toArray();
  const left = new Map<string, number>();
  for (const { orderId, minutes } of rows) {
    const key = orderId?.toHexString();
    if (key) left.set(key, (left.get(key) ?? 0) + (minutes ?? 0));
  }
  return left;
}
