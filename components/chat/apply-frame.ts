import type { QueryClient } from '@tanstack/react-query';
import type { MessageDto } from '@/lib/chat/schemas';
import {
  addMessage,
  CONVERSATIONS_KEY,
  isNewlyRead,
  moveCursorOf,
  refreshConversation,
  refreshLists,
} from '@/lib/http/conversations';
import { NOTIFICATIONS_KEY } from '@/lib/http/notifications';
import type { Resource, ServerFrame } from '@/lib/realtime-protocol/frames';
import type { LiveStore } from './live-store';

/** The query keys that a changed resource makes old, by the first word of the key. */
const KEYS: Record<Resource, readonly string[]> = {
  order: ['orders', 'today', 'conversations'],
  task: ['tasks', 'today'],
  appointment: ['appointments', 'today'],
  client: ['clients'],
  model: ['models'],
};

/** Words that came or were taken: they stand in their thread, and the lists, and who waits for an answer, are old. */
function spoken(queries: QueryClient, message: MessageDto): void {
  addMessage(queries, message);
  // Another couturier, or the words of another conversation: who is spoken with is read again too.
  if (message.system?.event === 'handedOver' || message.system?.event === 'joined')
    void refreshConversation(queries, message.conversationId);
  else void refreshLists(queries);
  void queries.invalidateQueries({ queryKey: ['today'] });
}

/** Lets one frame of the socket into the query cache and the live store. */
export function applyFrame(queries: QueryClient, store: LiveStore, frame: ServerFrame): void {
  switch (frame.t) {
    case 'ready':
      // Whatever was missed while the line was down: all that is on screen is read again, messages come by themselves.
      void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] !== 'messages' });
      return;
    case 'message':
      store.stopTyping(frame.message.conversationId);
      return spoken(queries, frame.message);
    case 'ack':
      return spoken(queries, frame.message);
    case 'cursor':
      moveCursorOf(queries, frame);
      if (isNewlyRead(queries, frame)) void refreshLists(queries);
      else void queries.invalidateQueries({ queryKey: [...CONVERSATIONS_KEY, 'unread'] });
      return;
    case 'typing':
      return store.setTyping(frame.conversationId, frame.userId);
    case 'presence':
      return store.setPresence(frame.userId, frame.online);
    case 'notification':
      void queries.invalidateQueries({ queryKey: NOTIFICATIONS_KEY });
      return;
    case 'changed':
      for (const key of KEYS[frame.resource]) void queries.invalidateQueries({ queryKey: [key] });
      return;
    case 'reset':
      void refreshConversation(queries, frame.conversationId);
      return;
    case 'page':
    case 'pong':
    case 'error':
      return;
  }
}
