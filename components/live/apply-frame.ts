import type { QueryClient } from '@tanstack/react-query';
import type { MessageDto } from '@/lib/chat/schemas';
import {
  CONVERSATIONS_KEY,
  isNewlyRead,
  moveCursorOf,
  refreshConversation,
  refreshLists,
} from '@/lib/http/conversations';
import { addMessage, catchChanges, hearHeads } from '@/lib/http/messages';
import { NOTIFICATIONS_KEY } from '@/lib/http/notifications';
import { readAgain } from '@/lib/http/read-again';
import type { ServerFrame } from '@/lib/realtime-protocol/frames';
import type { LiveStore } from './live-store';

/** Words that came or were taken: they stand in their thread, and the lists, and who waits for an answer, are old. */
function spoken(queryClient: QueryClient, message: MessageDto): void {
  addMessage(queryClient, message);
  // Another couturier, or the words of another conversation: who is spoken with is read again too.
  if (message.system?.event === 'handedOver' || message.system?.event === 'joined')
    void refreshConversation(queryClient, message.conversationId);
  else void refreshLists(queryClient);
  void queryClient.invalidateQueries({ queryKey: ['dashboard'] });
}

/** Lets one frame of the socket into the query cache and the live store. */
export function applyFrame(queryClient: QueryClient, store: LiveStore, frame: ServerFrame): void {
  switch (frame.t) {
    case 'ready':
      hearHeads(queryClient, frame.heads);
      catchChanges(queryClient);
      // Whatever was missed while the line was down: all that is on screen is read again, messages come by themselves.
      void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] !== 'messages' });
      return;
    case 'message':
      store.stopTyping(frame.message.conversationId);
      return spoken(queryClient, frame.message);
    case 'amended':
      addMessage(queryClient, frame.message);
      void refreshLists(queryClient);
      return;
    case 'ack':
      return spoken(queryClient, frame.message);
    case 'cursor':
      moveCursorOf(queryClient, frame);
      if (isNewlyRead(queryClient, frame)) void refreshLists(queryClient);
      else void queryClient.invalidateQueries({ queryKey: [...CONVERSATIONS_KEY, 'unread'] });
      return;
    case 'typing':
      return store.setTyping(frame.conversationId, frame.userId);
    case 'presence':
      return store.setPresence(frame.userId, frame.online);
    case 'notification':
      void queryClient.invalidateQueries({ queryKey: NOTIFICATIONS_KEY });
      return;
    case 'changed':
      void readAgain(queryClient, frame.resource, false);
      return;
    case 'reset':
      void refreshConversation(queryClient, frame.conversationId);
      return;
    case 'page':
    case 'pong':
    case 'error':
      return;
  }
}
