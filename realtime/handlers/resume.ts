import { messageLog } from '../../lib/chat/message-log';
import type { FrameOf } from '../../lib/realtime-protocol/frames';
import type { Connection } from '../connection';

/**
 * Takes up each conversation where the browser stands: its watermark goes back there and the pump carries the rest. Who is
 * too far behind, or names a conversation that is not theirs any more, is told to read it again.
 */
export async function resume(connection: Connection, frame: FrameOf<'resume'>): Promise<void> {
  for (const [given, after] of Object.entries(frame.after)) {
    const id = given.toLowerCase();
    if (!connection.pump.has(id)) {
      connection.send({ t: 'reset', conversationId: id });
      continue;
    }
    const now = connection.pump.watermark(id);
    const head = messageLog(connection.hub.db).head(id) ?? 0;
    if (after > now) {
      // The conversation's own head was behind its log: what the browser has is not carried again.
      if (after <= head) connection.pump.set(id, after);
      continue;
    }
    // Nothing is known that the browser lacks; what comes from now on is told.
    if (after === now && head <= now) continue;
    if (now - after > connection.hub.limits.resumeGap) {
      connection.send({ t: 'reset', conversationId: id });
      continue;
    }
    connection.pump.set(id, after);
    connection.look(id);
  }
}
