import type { ClientSession, ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import { tasks } from './documents';
import { GAP } from './rules';
import type { TaskStatus } from './words';

/** One lock for the whole board: a move reads two columns and writes one, and people move tasks a few times a minute. */
export const BOARD_LOCK = 'tasks:board';

/** The place after the last task of a column. */
export async function endOfColumn(
  db: Database,
  status: TaskStatus,
  session?: ClientSession,
  except?: ObjectId,
): Promise<number> {
  const last = await tasks(db)
    .find({ status, ...(except ? { _id: { $ne: except } } : {}) }, { session, projection: { position: 1 } })
    .sort({ position: -1, _id: -1 })
    .limit(1)
    .next();
  return (last?.position ?? 0) + GAP;
}

/** What a change of status brings with it: when it was done, and no reason to wait once it no longer waits. */
export function statusEffects(
  status: TaskStatus,
  blockedReason: string | undefined,
  now: Date,
): { set: { doneAt?: Date; blockedReason?: string }; unset: { doneAt?: ''; blockedReason?: ''; closedByStage: '' } } {
  return {
    set: {
      ...(status === 'done' ? { doneAt: now } : {}),
      ...(status === 'blocked' && blockedReason ? { blockedReason } : {}),
    },
    unset: {
      closedByStage: '' as const,
      ...(status === 'done' ? {} : { doneAt: '' as const }),
      ...(status === 'blocked' ? {} : { blockedReason: '' as const }),
    },
  };
}
