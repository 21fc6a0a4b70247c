import type { StaffActor } from '../actor';
import type { Database } from '../db/client';
import { toId } from '../db/ids';
import { notFound } from '../errors';
import { dropFiles } from '../files/drop-files';
import { tasks } from './documents';

/**
 * Takes a task off the board for good, and the copy of the picture it was made from.
 * @throws AppError not_found.
 */
export async function deleteTask(db: Database, _actor: StaffActor, id: string): Promise<void> {
  const gone = await tasks(db).findOneAndDelete({ _id: toId(id) });
  if (!gone) throw notFound();
  if (gone.picture) await dropFiles(db, [gone.picture.id]);
}
