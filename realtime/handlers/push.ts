import type { MessageDocument } from '../../lib/chat/documents';
import { toMessageDto } from '../../lib/chat/dto';
import type { Hub } from '../hub';

/** Hands what this process has just stored to its own connections, from memory; a frame is written once for each side. */
export function push(hub: Hub, messages: readonly MessageDocument[]): void {
  for (const message of messages) {
    const id = message.conversationId.toHexString();
    const texts = new Map<string, string>();
    for (const one of hub.rooms.in(id)) {
      const { actor } = one;
      if (!one.ready || !actor) continue;
      const key = message.recipientId ? '' : actor.id.toHexString();
      const text = texts.get(key) ?? JSON.stringify({ t: 'message', message: toMessageDto(message, actor) });
      texts.set(key, text);
      one.pump.push(message, text, actor);
    }
  }
}
