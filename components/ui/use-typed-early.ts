'use client';

import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/**
 * What was typed before the page's scripts came (a slow phone) is taken into the form's state: React would put the
 * state's own, empty, value over it.
 * @param value what the field is told to show; undefined for a field that keeps its own
 */
export function useTypedEarly(
  field: RefObject<HTMLInputElement | HTMLTextAreaElement | null>,
  value: string | undefined,
  onChange: ((text: string) => void) | undefined,
): void {
  const first = useRef({ value, onChange });
  const early = useRef<string>(undefined);
  useLayoutEffect(() => {
    // Only a page made by the server can hold words that its scripts do not know.
    const typed = field.current?.value;
    if (typed !== undefined && typed !== (first.current.value ?? '')) early.current = typed;
  }, [field]);
  useEffect(() => {
    if (early.current !== undefined) first.current.onChange?.(early.current);
  }, []);
}
