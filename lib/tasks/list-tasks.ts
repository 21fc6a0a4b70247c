import { type Filter, ObjectId } from 'mongodb';
import type { StaffActor } from '../actor';
import type { Database } from '../db/client';
import { toId } from '../db/ids';
import { AppError, notFound } from '../errors';
import { decodeCursor, type Page, toPage } from '../pagination';
import { type TaskDocument, tasks } from './documents';
import { type TaskDto, toTask } from './dto';
import { relationsOf } from './relations';
import type { ListTasksQuery } from './schemas';

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const optionalId = (id: string | undefined) => (id === undefined ? undefined : toId(id));

function after(cursor: string): Filter<TaskDocument> {
  const [status, position, id] = decodeCursor(cursor) ?? [];
  if (typeof status !== 'string' || typeof position !== 'number' || typeof id !== 'string' || !ObjectId.isValid(id))
    throw new AppError('invalid_request');
  const column = status as TaskDocument['status'];
  return {
    $or: [
      { status: { $gt: column } },
      { status: column, position: { $gt: position } },
      { status: column, position, _id: { $gt: new ObjectId(id) } },
    ],
  };
}

function filterOf(query: ListTasksQuery): Filter<TaskDocument> {
  const due = {
    ...(query.dueFrom ? { $gte: query.dueFrom } : {}),
    ...(query.dueTo ? { $lt: query.dueTo } : {}),
  };
  const filters: Filter<TaskDocument>[] = [
    {
      ...(query.status ? { status: query.status } : {}),
      ...(query.assigneeId ? { assigneeId: optionalId(query.assigneeId) } : {}),
      ...(query.orderId ? { orderId: optionalId(query.orderId) } : {}),
      ...(query.clientId ? { clientId: optionalId(query.clientId) } : {}),
      ...(Object.keys(due).length > 0 ? { dueDate: due } : {}),
      ...(query.q ? { title: { $regex: escape(query.q), $options: 'i' } } : {}),
    },
    ...(query.doneSince
      ? [{ $or: [{ status: { $ne: 'done' as const } }, { doneAt: { $gte: query.doneSince } }] }]
      : []),
    ...(query.cursor ? [after(query.cursor)] : []),
  ];
  return { $and: filters };
}

/**
 * Tasks column by column, each in the board's order.
 * @throws AppError invalid_request for a cursor that is not ours, not_found for an id that cannot be one.
 */
export async function listTasks(db: Database, _actor: StaffActor, query: ListTasksQuery): Promise<Page<TaskDto>> {
  const rows = await tasks(db)
    .find(filterOf(query))
    .sort({ status: 1, position: 1, _id: 1 })
    .limit(query.limit + 1)
    .toArray();
  const relations = await relationsOf(db, rows);
  return toPage(
    rows,
    query.limit,
    (row) => toTask(row, relations),
    (row) => [row.status, row.position, row._id.toHexString()],
  );
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
export const BOARD_DONE_DAYS = 30;

/** The whole board: everything open, and what was done in the last thirty days. */
export async function listBoard(db: Database, _actor: StaffActor, now = new Date()): Promise<TaskDto[]> {
  const since = new Date(now.getTime() - BOARD_DONE_DAYS * 24 * 60 * 60 * 1000);
  const rows = await tasks(db)
    .find({ $or: [{ status: { $ne: 'done' } }, { doneAt: { $gte: since } }] })
    .sort({ status: 1, position: 1, _id: 1 })
    .toArray();
  const relations = await relationsOf(db, rows);
  return rows.map((row) => toTask(row, relations));
}
