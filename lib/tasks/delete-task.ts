import type { StaffActor } from '../actor';
import type { Database } from '../db/client';
import { toId } from '../db/ids';
import { notFound } from '../errors';
import { tasks } from './documents';

/**
 * Takes a task off the board for good.
 * @throws AppError not_found.
 */
export async function deleteTask(db: Database, _actor: StaffActor, id: string): Promise<void> {
  const result = await tasks(db).deleteOne({ _id: toId(id) });
  if (result.deletedCount === 0) throw notFound();
}
