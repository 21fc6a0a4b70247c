import type { ClientSession, ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import { endedEarly, type Stage } from '../house/stages';
import { endOfColumn, statusEffects } from './place-task';
import { changeForMove } from './put-tasks-back';
import { OPEN_STATUSES } from './words';
import { stepsBehind } from './stage-steps';

/**
 * An order came to a stage: the steps it has behind it are done, and nothing of it stays to do once it is over. What ends with
 * an order that was given up was done by nobody, so it has no hour and counts in nobody's week. Runs in the moving transaction.
 * @param move its event, where the move can be undone
 */
export async function closeStageTasks(
  db: Database,
  orderId: ObjectId,
  stage: Stage,
  session: ClientSession,
  move?: ObjectId,
  now = new Date(),
): Promise<void> {
  const behind = stepsBehind(stage);
  if (behind.length === 0) return;
  const open = { orderId, status: { $in: [...OPEN_STATUSES] } };
  const {
    set,
    unset: { closedByStage: _, ...unset },
  } = statusEffects('done', undefined, now);
  await changeForMove(
    db,
    behind === 'all' ? open : { ...open, templateKey: { $in: behind } },
    {
      $set: {
        status: 'done',
        closedByStage: true,
        position: await endOfColumn(db, 'done', session),
        updatedAt: now,
        ...(endedEarly(stage) ? {} : set),
      },
      $unset: unset,
      $inc: { version: 1 },
    },
    session,
    move,
  );
}
