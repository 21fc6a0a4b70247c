import { ObjectId } from 'mongodb';
import type { StaffActor } from '../actor';
import type { Database } from '../db/client';
import { toId, toOptionalId } from '../db/ids';
import { withLock } from '../db/with-lock';
import { AppError, notFound } from '../errors';
import { tasks } from './documents';
import { type TaskDto, toTask } from './dto';
import { BOARD_LOCK, statusEffects } from './place-task';
import { relationsOf } from './relations';
import { planMove } from './rules';
import type { MoveTaskInput } from './schemas';

/**
 * Puts a task in a column, before another task or at the end. Moves are made one after the other, whoever asks at the
 * same time, so that every board shows one order.
 * @throws AppError not_found for the task or `beforeId`; conflict when `beforeId` has left that column meanwhile.
 */
export async function moveTask(db: Database, _actor: StaffActor, id: string, input: MoveTaskInput): Promise<TaskDto> {
  const _id = toId(id);
  const beforeId = toOptionalId(input.beforeId ?? undefined);
  if (beforeId?.equals(_id)) throw new AppError('conflict');
  const moved = await withLock(db, BOARD_LOCK, async (session) => {
    const task = await tasks(db).findOne({ _id }, { session });
    if (!task) throw notFound();
    const column = await tasks(db)
      .find({ status: input.status }, { session, projection: { position: 1 } })
      .toArray();
    const places = planMove(
      column.map((one) => ({ id: one._id.toHexString(), position: one.position })),
      id.toLowerCase(),
      beforeId?.toHexString(),
    );
    if (!places) {
      const other = beforeId && (await tasks(db).findOne({ _id: beforeId }, { session, projection: { _id: 1 } }));
      throw other ? new AppError('conflict') : notFound();
    }
    const now = new Date();
    const own = places.find((place) => place.id === _id.toHexString());
    const others = places.filter((place) => place.id !== _id.toHexString());
    // The neighbours keep their version: a new place is not an edit that somebody's open form could conflict with.
    if (others.length > 0)
      await tasks(db).bulkWrite(
        others.map((place) => ({
          updateOne: { filter: { _id: new ObjectId(place.id) }, update: { $set: { position: place.position } } },
        })),
        { session },
      );
    const effects = task.status === input.status ? null : statusEffects(input.status, input.blockedReason, now);
    return tasks(db).findOneAndUpdate(
      { _id },
      {
        $set: { status: input.status, position: own?.position ?? task.position, updatedAt: now, ...effects?.set },
        $inc: { version: 1 },
        ...(effects && Object.keys(effects.unset).length > 0 ? { $unset: effects.unset } : {}),
      },
      { session, returnDocument: 'after' },
    );
  });
  if (!moved) throw notFound();
  return toTask(moved, await relationsOf(db, [moved]));
}
