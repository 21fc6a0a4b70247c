import type { Actor } from '../../lib/actor';
import { draftMessage } from '../../lib/chat/draft-message';
import { toMessageDto } from '../../lib/chat/dto';
import { messageLog } from '../../lib/chat/message-log';
import { MAX_CONTENT } from '../../lib/chat/words';
import { AppError } from '../../lib/errors';
import type { FrameOf } from '../../lib/realtime-protocol/frames';
import type { Connection } from '../connection';

/**
 * Sends a message the same way as the HTTP route does. Resolves with a promise of its own when the message has its place in
 * the row: the next frame need not wait for the disk. `ack` says that it is on the disk of the majority.
 * @throws AppError of draftMessage; rate_limited with the seconds to wait.
 */
export async function send(
  connection: Connection,
  actor: Actor,
  frame: FrameOf<'send'>,
): Promise<{ stored: Promise<void> }> {
  const { hub } = connection;
  const retryAfter = hub.takeSend(actor.id.toHexString());
  if (retryAfter > 0) throw new AppError('rate_limited', { retryAfter });
  if (frame.content.length > MAX_CONTENT) throw new AppError('invalid_request');
  const { t: _t, conversationId, ...input } = frame;
  const stop = hub.metrics.acks.startTimer();
  const draft = await draftMessage(hub.db, actor, conversationId, input);
  const acknowledge = async () => {
    const { message, duplicate } = await messageLog(hub.db).append(draft, actor);
    stop();
    connection.send({
      t: 'ack',
      clientMessageId: frame.clientMessageId,
      message: toMessageDto(message, actor),
      ...(duplicate ? { duplicate: true } : {}),
    });
  };
  return { stored: acknowledge() };
}
