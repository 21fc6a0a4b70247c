'use client';

import { copyText } from './copy-text';
import { useToast } from './toast';

/** Puts a text where it can be pasted, and says so; a browser that refuses is told of, too. */
export function useCopy(words: { done: string; refused: string }): (text: string) => void {
  const say = useToast();
  return (text) =>
    void copyText(text).then((done) => say(done ? { text: words.done } : { text: words.refused, error: true }));
}
