import type { StaffActor } from '../actor';
import type { Database } from '../db/client';
import { newId, toId } from '../db/ids';
import { withLock } from '../db/with-lock';
import { AppError, notFound } from '../errors';
import { copyPicture } from '../files/freeze-picture';
import { checkReferences } from '../tasks/check-references';
import { insertTask } from '../tasks/create-task';
import type { TaskDto } from '../tasks/dto';
import { toTask } from '../tasks/dto';
import { BOARD_LOCK } from '../tasks/place-task';
import { relationsOf } from '../tasks/relations';
import type { NoteRemarkInput } from '../tasks/schemas';
import { messages } from './documents';
import { findConversation } from './repository';

const NEW_TASK = { status: 'todo', priority: 'normal' } as const;

/**
 * Makes a task of one remark on a marked picture, in a conversation of the couturier's own. A copy of the picture lies with the
 * task, for whoever does it; the remark says to both people that it was noted.
 * @throws AppError not_found for a conversation, message or number that is not there, and for what the task names;
 * message_settled for what was taken back.
 */
export async function noteRemark(
  db: Database,
  actor: StaffActor,
  at: { conversationId: string; messageId: string; number: number },
  input: NoteRemarkInput,
): Promise<TaskDto> {
  const { clientId, _id: conversationId } = await findConversation(db, actor, at.conversationId);
  const named = { _id: toId(at.messageId), conversationId };
  const message = await messages(db).findOne(named);
  if (message?.takenBack) throw new AppError('message_settled');
  const [picture] = message?.attachments ?? [];
  if (!message || !picture || !message.remarks?.some(({ number }) => number === at.number)) throw notFound();
  const references = await checkReferences(db, { ...input, clientId: clientId.toHexString() });
  const taskId = newId();
  const task = await withLock(db, BOARD_LOCK, async (session) => {
    const fileId = await copyPicture(db, picture.id, { kind: 'task', id: taskId }, session);
    const { name, mime, size, width, height } = picture;
    const noted = await messages(db).updateOne(
      { ...named, takenBack: { $exists: false }, 'remarks.number': at.number },
      { $set: { 'remarks.$.notedAt': new Date(), changedAt: new Date() } },
      { session },
    );
    if (noted.matchedCount === 0) throw new AppError('message_settled');
    const work = { ...input, messageId: at.messageId, ...NEW_TASK, checklist: [] };
    return insertTask(db, actor, work, references, session, {
      taskId,
      remark: at.number,
      picture: { id: fileId, name, mime, size, width, height },
    });
  });
  return toTask(task, await relationsOf(db, [task]));
}
