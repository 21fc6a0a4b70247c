'use client';

import { useToast } from './toast';

/** Puts a text where it can be pasted, and says so; a browser that refuses is told of, too. */
export function useCopy(words: { done: string; refused: string }): (text: string) => void {
  const say = useToast();
  return (text) =>
    void navigator.clipboard.writeText(text).then(
      () => say({ text: words.done }),
      () => say({ text: words.refused, error: true }),
    );
}
