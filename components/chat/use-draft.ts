'use client';

import { useCallback, useEffect, useState } from 'react';

const keyOf = (conversationId: string) => `ff-draft:${conversationId}`;

/** The draft of a conversation, for lists that show it; empty on the server. */
export function readDraft(conversationId: string): string {
  try {
    return localStorage.getItem(keyOf(conversationId)) ?? '';
  } catch {
    return '';
  }
}

/** What was typed and not sent: kept on the device, one per conversation. */
export function useDraft(conversationId: string): [string, (text: string) => void] {
  const [text, setText] = useState('');
  useEffect(() => setText(readDraft(conversationId)), [conversationId]);
  const keep = useCallback(
    (next: string) => {
      setText(next);
      try {
        if (next === '') localStorage.removeItem(keyOf(conversationId));
        else localStorage.setItem(keyOf(conversationId), next);
      } catch {
        // No storage: the draft lives as long as the page.
      }
    },
    [conversationId],
  );
  return [text, keep];
}
