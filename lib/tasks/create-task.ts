import type { ClientSession, ObjectId } from 'mongodb';
import type { StaffActor } from '../actor';
import type { Database } from '../db/client';
import { newId, toOptionalId } from '../db/ids';
import { searchFieldsOf } from '../db/search';
import { withLock } from '../db/with-lock';
import { notFound } from '../errors';
import { checkReferences } from './check-references';
import { type TaskDocument, tasks } from './documents';
import { type TaskDto, toTask } from './dto';
import { BOARD_LOCK, endOfColumn } from './place-task';
import { relationsOf } from './relations';
import type { CreateTaskInput } from './schemas';

/**
 * Adds a task at the end of its column. A task that a message asked for is its client's.
 * @param clientOfMessage whose conversation with the actor a message stands in; throws as for what is not there
 * @throws AppError not_found for an order, client, assignee or message that is not there, or not of the same client;
 *   message_settled for a message that was taken back.
 */
export async function createTask(
  db: Database,
  actor: StaffActor,
  input: CreateTaskInput,
  clientOfMessage: (db: Database, actor: StaffActor, messageId: string) => Promise<ObjectId>,
): Promise<TaskDto> {
  const asking = input.messageId === undefined ? undefined : await clientOfMessage(db, actor, input.messageId);
  const references = await checkReferences(db, { ...input, clientId: input.clientId ?? asking?.toHexString() });
  if (asking && !references.clientId?.equals(asking)) throw notFound();
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
