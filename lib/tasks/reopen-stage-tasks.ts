import type { ClientSession, ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import type { Stage } from '../house/stages';
import { tasks } from './documents';
import { endOfColumn, statusEffects } from './place-task';
import { stepsBehind } from './stage-steps';

/**
 * An order was taken back to a stage: the steps that were closed because it had left theirs are to do again. What somebody ticked
 * off is done. Runs in the moving transaction.
 */
export async function reopenStageTasks(
  db: Database,
  orderId: ObjectId,
  stage: Stage,
  session: ClientSession,
  now = new Date(),
): Promise<void> {
  const behind = stepsBehind(stage);
  if (behind === 'all') return;
  const { unset } = statusEffects('todo', undefined, now);
  await tasks(db).updateMany(
    { orderId, closedByStage: true, templateKey: { $nin: behind } },
    {
      $set: { status: 'todo', position: await endOfColumn(db, 'todo', session), updatedAt: now },
      $unset: unset,
      $inc: { version: 1 },
    },
    { session },
  );
}
