import type { Actor } from '../../lib/actor';
import { MAX_CONTENT } from '../../lib/chat/schemas';
import { sendMessage } from '../../lib/chat/send-message';
import { AppError } from '../../lib/errors';
import type { FrameOf } from '../../lib/realtime-protocol/frames';
import type { Connection } from '../connection';

/**
 * Sends a message through the same use case as the HTTP door. `ack` says that it is on the disk of the majority.
 * @throws AppError of sendMessage; rate_limited with the seconds to wait.
 */
export async function send(connection: Connection, actor: Actor, frame: FrameOf<'send'>): Promise<void> {
  const retryAfter = connection.hub.takeSend(actor.id.toHexString());
  if (retryAfter > 0) throw new AppError('rate_limited', { retryAfter });
  if (frame.content.length > MAX_CONTENT) throw new AppError('invalid_request');
  const { t: _t, conversationId, ...input } = frame;
  const stop = connection.hub.metrics.acks.startTimer();
  const { message, duplicate } = await sendMessage(connection.hub.db, actor, conversationId, input);
  stop();
  connection.send({
    t: 'ack',
    clientMessageId: frame.clientMessageId,
    message,
    ...(duplicate ? { duplicate: true } : {}),
  });
}
