import type { Database } from '../db/client';
import { draftMessage } from './draft-message';
import { toMessageDto } from './dto';
import { followForAMoment } from './follow-conversation';
import { messageLog } from './message-log';
import type { Speaker } from './repository';
import type { MessageDto, SendMessageInput } from './schemas';

/**
 * Sends a message in one of the actor's conversations. Sending it again with the same `clientMessageId` is free and gives
 * the first one (`duplicate`). When this returns, the message is on the disk of the majority, and what follows from it
 * (the head of the conversation, the bell) is there for whoever looks next, or follows within moments. The socket acknowledges earlier, see `MessageLog`.
 * @throws AppError of draftMessage and MessageLog.append.
 */
export async function sendMessage(
  db: Database,
  actor: Speaker,
  conversationId: string,
  input: SendMessageInput,
): Promise<{ message: MessageDto; duplicate: boolean }> {
  const draft = await draftMessage(db, actor, conversationId, input);
  const { message, duplicate } = await messageLog(db).append(draft, actor);
  await followForAMoment(db, message.conversationId);
  return { message: toMessageDto(message, actor), duplicate };
}
