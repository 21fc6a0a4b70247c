import type { AnyBulkWriteOperation, ClientSession, Filter, ObjectId, UpdateFilter } from 'mongodb';
import type { Database } from '../db/client';
import { type TaskDocument, tasks } from './documents';

/** Changes tasks because their order moved; with the move's id each keeps what it was before. */
export async function changeForMove(
  db: Database,
  filter: Filter<TaskDocument>,
  update: UpdateFilter<TaskDocument>,
  session: ClientSession,
  move?: ObjectId,
): Promise<void> {
  if (!move) {
    await tasks(db).updateMany(filter, update, { session });
    return;
  }
  const touched = await tasks(db).find(filter, { session }).toArray();
  const writes = touched.map(
    ({
      _id,
      version,
      status,
      position,
      blockedReason,
      doneAt,
      closedByStage,
    }): AnyBulkWriteOperation<TaskDocument> => ({
      updateOne: {
        filter: { _id },
        update: {
          ...update,
          $set: {
            ...update.$set,
            byMove: { move, version: version + 1, status, position, blockedReason, doneAt, closedByStage },
          },
        },
      },
    }),
  );
  if (writes.length > 0) await tasks(db).bulkWrite(writes, { session });
}

/**
 * A move was undone: the tasks it closed or opened again are as they were, but for those somebody has changed since. Runs in the
 * undoing transaction.
 */
export async function putTasksBack(
  db: Database,
  orderId: ObjectId,
  move: ObjectId,
  session: ClientSession,
  now = new Date(),
): Promise<void> {
  const changed = await tasks(db).find({ orderId, 'byMove.move': move }, { session }).toArray();
  for (const { _id, version, byMove } of changed) {
    if (!byMove || byMove.version !== version) continue;
    const { status, position, blockedReason, doneAt, closedByStage } = byMove;
    const kept = { blockedReason, doneAt, closedByStage };
    const gone = Object.entries(kept).flatMap(([field, value]) => (value === undefined ? [[field, ''] as const] : []));
    await tasks(db).updateOne(
      { _id },
      {
        $set: { status, position, updatedAt: now, ...kept },
        $unset: { byMove: '', ...Object.fromEntries(gone) },
        $inc: { version: 1 },
      },
      { session },
    );
  }
}
