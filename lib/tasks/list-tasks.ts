import type { Filter } from 'mongodb';
import type { StaffActor } from '../actor';
import { daysLater } from '../calendar';
import type { Database } from '../db/client';
import { toId } from '../db/ids';
import { keyset, readPage } from '../db/keyset';
import { searchFilter } from '../db/search';
import { notFound } from '../errors';
import type { Page } from '../pages';
import { type TaskDocument, tasks } from './documents';
import { type TaskDto, toTask } from './dto';
import { relationsOf } from './relations';
import type { ListTasksQuery } from './schemas';
import { OPEN_STATUSES } from './words';

/** Column by column, each as it was arranged. */
const AS_ARRANGED = keyset<TaskDocument>(['status', 1, 'text'], ['position', 1, 'number']);

/** What is open, and what was done since a moment; each way in has an index of its own. */
const openOrDoneSince = (since: Date): Filter<TaskDocument> => ({
  $or: [{ status: { $in: [...OPEN_STATUSES] } }, { status: 'done', doneAt: { $gte: since } }],
});

function scopeOf(query: ListTasksQuery): Filter<TaskDocument> {
  const due = {
    ...(query.dueFrom ? { $gte: query.dueFrom } : {}),
    ...(query.dueTo ? { $lt: query.dueTo } : {}),
  };
  return {
    ...(query.status ? { status: query.status } : {}),
    ...(query.assigneeId ? { assigneeId: toId(query.assigneeId) } : {}),
    ...(query.orderId ? { orderId: toId(query.orderId) } : {}),
    ...(query.clientId ? { clientId: toId(query.clientId) } : {}),
    ...(Object.keys(due).length > 0 ? { dueDate: due } : {}),
    ...(query.doneSince ? openOrDoneSince(query.doneSince) : {}),
  };
}

/**
 * Tasks column by column, each in the board's order; with `q` those whose title holds every word.
 * @throws AppError invalid_request for a cursor that is not ours.
 */
export async function listTasks(db: Database, _actor: StaffActor, query: ListTasksQuery): Promise<Page<TaskDto>> {
  const scope = scopeOf(query);
  const filter = { $and: [scope, await searchFilter(tasks(db), scope, query.q)] };
  const { rows, nextCursor } = await readPage(tasks(db), filter, AS_ARRANGED, query);
  const relations = await relationsOf(db, rows);
  return { items: rows.map((row) => toTask(row, relations)), nextCursor };
}

/**
 * One task.
 * @throws AppError not_found.
 */
export async function readTask(db: Database, _actor: StaffActor, id: string): Promise<TaskDto> {
  const task = await tasks(db).findOne({ _id: toId(id) });
  if (!task) throw notFound();
  return toTask(task, await relationsOf(db, [task]));
}

/** How long what is done stays on the board. */
const BOARD_DONE_DAYS = 30;

/** The whole board: everything open, and what was done in the last thirty days. */
export async function listBoard(db: Database, _actor: StaffActor, now = new Date()): Promise<TaskDto[]> {
  const since = daysLater(now, -BOARD_DONE_DAYS);
  const rows = await tasks(db).find(openOrDoneSince(since)).sort(AS_ARRANGED.sort).toArray();
  const relations = await relationsOf(db, rows);
  return rows.map((row) => toTask(row, relations));
}
