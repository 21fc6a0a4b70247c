import type { FrameOf } from '../../lib/realtime-protocol/frames';
import type { Connection } from '../connection';

/** Passes « is writing » to the other person; more often than the limit it is simply not passed. */
export function typing(connection: Connection, frame: FrameOf<'typing'>): void {
  const { userId, hub } = connection;
  if (!userId || !connection.mayType(frame.conversationId)) return;
  for (const other of hub.rooms.in(frame.conversationId))
    if (other.userId !== userId && other.ready)
      other.send({ t: 'typing', conversationId: frame.conversationId, userId });
}
