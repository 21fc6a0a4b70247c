import type { UpdateFilter } from 'mongodb';
import type { StaffActor } from '../actor';
import type { Database } from '../db/client';
import { toId } from '../db/ids';
import { searchFieldsOf } from '../db/search';
import { withLock } from '../db/with-lock';
import { AppError, notFound } from '../errors';
import { checkReferences } from './check-references';
import { type TaskDocument, tasks } from './documents';
import { type TaskDto, toTask } from './dto';
import { BOARD_LOCK, endOfColumn, statusEffects } from './place-task';
import { relationsOf } from './relations';
import type { EditTaskInput } from './schemas';

const PLAIN = ['title', 'note', 'priority', 'dueDate', 'minutes', 'checklist', 'blockedReason'] as const;
const REFERENCES = ['orderId', 'clientId', 'assigneeId'] as const;

/**
 * Edits a task. A new status puts it at the end of that column.
 * @throws AppError not_found, or stale_version with the task as it now is in `current`.
 */
export async function editTask(db: Database, _actor: StaffActor, id: string, input: EditTaskInput): Promise<TaskDto> {
  const _id = toId(id);
  const standing = await tasks(db).findOne({ _id }, { projection: { orderId: 1, clientId: 1 } });
  const references = await checkReferences(db, input, standing ?? {});
  const edited = await withLock(db, BOARD_LOCK, async (session) => {
    const before = await tasks(db).findOne({ _id }, { session });
    if (!before) throw notFound();
    if (before.version !== input.version) return { stale: before };
    const now = new Date();
    const moves = input.status !== undefined && input.status !== before.status;
    const effects = moves && input.status ? statusEffects(input.status, input.blockedReason ?? undefined, now) : null;
    const emptied = [...PLAIN, ...REFERENCES].filter((key) => input[key] === null);
    const unset = { ...Object.fromEntries(emptied.map((key) => [key, ''] as const)), ...effects?.unset };
    const set: Partial<TaskDocument> = {
      ...Object.fromEntries(
        PLAIN.filter((key) => input[key] !== undefined && input[key] !== null).map((key) => [key, input[key]]),
      ),
      ...Object.fromEntries(REFERENCES.filter((key) => references[key]).map((key) => [key, references[key]])),
      ...(input.title ? searchFieldsOf([input.title]) : {}),
      ...effects?.set,
      ...(moves && input.status
        ? { status: input.status, position: await endOfColumn(db, input.status, session, _id) }
        : {}),
      updatedAt: now,
    };
    for (const key of Object.keys(unset)) delete set[key as keyof TaskDocument];
    const update: UpdateFilter<TaskDocument> = {
      $set: set,
      $inc: { version: 1 },
      ...(Object.keys(unset).length > 0 ? { $unset: unset } : {}),
    };
    return { saved: await tasks(db).findOneAndUpdate({ _id }, update, { session, returnDocument: 'after' }) };
  });
  if (edited.stale)
    throw new AppError('stale_version', {
      extra: { current: toTask(edited.stale, await relationsOf(db, [edited.stale])) },
    });
  if (!edited.saved) throw notFound();
  return toTask(edited.saved, await relationsOf(db, [edited.saved]));
}
