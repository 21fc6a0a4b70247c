'use client';

import { type ClipboardEvent, type RefObject, useEffect, useEffectEvent, useState } from 'react';

const filesOf = (data: DataTransfer | null): FileList | undefined =>
  data?.types.includes('Files') ? data.files : undefined;

/** Whether what is pasted are words: office programs put a picture of the table beside its text. */
const isWords = (data: Pick<DataTransfer, 'getData'>): boolean => data.getData('text/plain').trim() !== '';

/**
 * Takes what is dropped anywhere on the conversation, and pictures that are pasted.
 * @param root an element of the conversation
 * @returns whether something hangs over the page, and what to do with a paste
 */
export function useTake(
  root: RefObject<HTMLElement | null>,
  on: { files: (files: FileList) => void; words: (words: string) => void },
) {
  const [hovering, setHovering] = useState(false);
  const take = useEffectEvent((event: globalThis.DragEvent) => {
    setHovering(false);
    const { dataTransfer, target } = event;
    const files = filesOf(dataTransfer);
    if (files) {
      event.preventDefault();
      on.files(files);
      return;
    }
    // The field takes words by itself, at the place where they fall.
    if (target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement) return;
    const words = dataTransfer?.getData('text/plain') ?? '';
    if (words === '') return;
    event.preventDefault();
    on.words(words);
  });
  useEffect(() => {
    const place = root.current?.closest<HTMLElement>('.conversation');
    if (!place) return;
    const over = (event: globalThis.DragEvent) => {
      const field = event.target instanceof HTMLTextAreaElement;
      if (!filesOf(event.dataTransfer) && field) return;
      event.preventDefault();
      setHovering(true);
    };
    const leave = (event: globalThis.DragEvent) => {
      if (!(event.relatedTarget instanceof Node && place.contains(event.relatedTarget))) setHovering(false);
    };
    const drop = (event: globalThis.DragEvent) => take(event);
    place.addEventListener('dragover', over);
    place.addEventListener('dragleave', leave);
    place.addEventListener('drop', drop);
    return () => {
      place.removeEventListener('dragover', over);
      place.removeEventListener('dragleave', leave);
      place.removeEventListener('drop', drop);
    };
  }, [root]);
  return {
    hovering,
    onPaste: (event: ClipboardEvent) => {
      if (event.clipboardData.files.length === 0 || isWords(event.clipboardData)) return;
      event.preventDefault();
      on.files(event.clipboardData.files);
    },
  };
}
