import type { Actor } from '../../lib/actor';
import { listMessages } from '../../lib/chat/list-messages';
import type { FrameOf } from '../../lib/realtime-protocol/frames';
import type { Connection } from '../connection';

/** One page of history above `after`, for a browser that fills a hole. */
export async function sync(connection: Connection, actor: Actor, frame: FrameOf<'sync'>): Promise<void> {
  const { items, head, nextCursor } = await listMessages(connection.hub.db, actor, frame.conversationId, {
    after: frame.after,
    limit: frame.limit,
  });
  connection.send({
    t: 'page',
    conversationId: frame.conversationId,
    messages: items,
    head,
    more: nextCursor !== null,
  });
}
