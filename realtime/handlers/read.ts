import type { Actor } from '../../lib/actor';
import { markRead } from '../../lib/chat/move-cursors';
import type { FrameOf } from '../../lib/realtime-protocol/frames';
import type { Connection } from '../connection';

/** Moves the reader's cursor; both people hear of it through the change stream. */
export async function read(connection: Connection, actor: Actor, frame: FrameOf<'read'>): Promise<void> {
  await markRead(connection.hub.db, actor, frame.conversationId, frame.seq);
}
