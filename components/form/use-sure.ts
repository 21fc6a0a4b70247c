'use client';

import { useState } from 'react';
import { isFarBeyond } from '@/lib/numbers';

/** A question about a value that was read, and the answer that it is right. */
export interface Doubt {
  /** The question; nothing where the value is as usual, or said to be right. */
  ask: (value: number) => string | undefined;
  onSure: (value: number) => void;
}

/**
 * Values far beyond what is usual at their place are asked once each; a form keeps what it has until the question is answered. What
 * was said to be right is asked again when it changes.
 */
export function useSure() {
  const [said, setSaid] = useState<Readonly<Record<string, number>>>({});
  const isOpen = (place: string, value: number, usual: number | undefined): boolean =>
    isFarBeyond(value, usual) && said[place] !== value;
  return {
    /** Whether the question at this place still waits for its answer. */
    isOpen,
    /**
     * What a field needs to ask.
     * @param place names the field within its form
     * @param usual what is usual there; without it nothing is asked
     */
    doubt: (place: string, usual: number | undefined, ask: (value: number) => string): Doubt => ({
      ask: (value) => (isOpen(place, value, usual) ? ask(value) : undefined),
      onSure: (value) => setSaid((before) => ({ ...before, [place]: value })),
    }),
  };
}
