import type { ClientSession, ObjectId } from 'mongodb';
import type { StaffActor } from '../actor';
import type { Database } from '../db/client';
import { newId, toOptionalId } from '../db/ids';
import { searchFieldsOf } from '../db/search';
import { withLock } from '../db/with-lock';
import { checkReferences } from './check-references';
import { type TaskDocument, tasks } from './documents';
import { type TaskDto, toTask } from './dto';
import { BOARD_LOCK, endOfColumn } from './place-task';
import { relationsOf } from './relations';
import type { CreateTaskInput } from './schemas';

/**
 * Adds a task at the end of its column.
 * @throws AppError not_found for an order, client or assignee that is not there.
 */
export async function createTask(db: Database, actor: StaffActor, input: CreateTaskInput): Promise<TaskDto> {
  const references = await checkReferences(db, input);
  const task = await withLock(db, BOARD_LOCK, (session) => insertTask(db, actor, input, references, session));
  return toTask(task, await relationsOf(db, [task]));
}

/** What a task was made from: a remark of a message, with a copy of its picture that lies with the task already. */
export interface RemarkOf {
  taskId: ObjectId;
  remark: number;
  picture: TaskDocument['picture'];
}

/** Writes a task whose references were checked; inside the board's lock, since its place is the end of its column. */
export async function insertTask(
  db: Database,
  actor: StaffActor,
  input: Omit<CreateTaskInput, 'orderId' | 'clientId' | 'assigneeId'>,
  references: Pick<TaskDocument, 'orderId' | 'clientId' | 'assigneeId'>,
  session: ClientSession,
  from?: RemarkOf,
): Promise<TaskDocument> {
  const now = new Date();
  const document: TaskDocument = {
    _id: from?.taskId ?? newId(),
    title: input.title,
    note: input.note,
    ...references,
    status: input.status,
    priority: input.priority,
    dueDate: input.dueDate,
    minutes: input.minutes,
    checklist: input.checklist,
    blockedReason: input.status === 'blocked' ? input.blockedReason : undefined,
    messageId: toOptionalId(input.messageId),
    remark: from?.remark,
    picture: from?.picture,
    position: await endOfColumn(db, input.status, session),
    doneAt: input.status === 'done' ? now : undefined,
    ...searchFieldsOf([input.title]),
    createdBy: actor.id,
    createdAt: now,
    updatedAt: now,
    version: 1,
  };
  await tasks(db).insertOne(document, { session });
  return document;
}
