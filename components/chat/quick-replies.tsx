'use client';

import { fieldsOf } from '@/lib/ready-replies';
import { useReadyReplies } from './use-ready-replies';

/** Ready replies that are one press away while nothing is written. */
const QUICK = 2;

interface Props {
  /** One that asks for something is opened in its sheet, by its place in the list. */
  onOpen: (place: number) => void;
  /** One that asks for nothing goes straight into the message. */
  onPut: (words: string) => void;
}

/** The first ready replies of the list; only couturiers have one, so nobody else's page asks for it. */
export function QuickReplies({ onOpen, onPut }: Props) {
  return useReadyReplies()
    .slice(0, QUICK)
    .map(({ title, text }, place) => (
      <button
        key={place}
        type="button"
        className="composer-chip"
        onClick={() => (fieldsOf(text).length > 0 ? onOpen(place) : onPut(text))}
      >
        {title}
      </button>
    ));
}
