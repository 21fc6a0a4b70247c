import type { ClientSession, ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import type { Stage } from '../house/stages';
import { endOfColumn, statusEffects } from './place-task';
import { changeForMove } from './put-tasks-back';
import { stepsBehind } from './stage-steps';

/**
 * An order was taken back to a stage: the steps that were closed because it had left theirs are to do again. What somebody ticked
 * off is done. Runs in the moving transaction.
 * @param move its event, where the move can be undone
 */
export async function reopenStageTasks(
  db: Database,
  orderId: ObjectId,
  stage: Stage,
  session: ClientSession,
  move?: ObjectId,
  now = new Date(),
): Promise<void> {
  const behind = stepsBehind(stage);
  if (behind === 'all') return;
  const { unset } = statusEffects('todo', undefined, now);
  await changeForMove(
    db,
    { orderId, closedByStage: true, templateKey: { $nin: behind } },
    {
      $set: { status: 'todo', position: await endOfColumn(db, 'todo', session), updatedAt: now },
      $unset: unset,
      $inc: { version: 1 },
    },
    session,
    move,
  );
}
