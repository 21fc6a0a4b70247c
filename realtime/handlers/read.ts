import type { Actor } from '../../lib/actor';
import type { FrameOf } from '../../lib/realtime-protocol/frames';
import type { Connection } from '../connection';

/** Moves the reader's cursor, with what else is read in this moment; both people hear of it through the change stream. */
export function read(connection: Connection, actor: Actor, frame: FrameOf<'read'>): void {
  connection.hub.cursors.read(actor, frame.conversationId, frame.seq);
}
