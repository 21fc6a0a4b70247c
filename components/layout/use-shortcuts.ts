'use client';

import { useEffect, useRef } from 'react';

const KEY = 'single-key-shortcuts';

/** Shortcuts of one key can be turned off (WCAG 2.1.4), on this device. */
export const singleKeysAllowed = (storage: Pick<Storage, 'getItem'>): boolean => storage.getItem(KEY) !== 'off';
export const allowSingleKeys = (storage: Pick<Storage, 'setItem' | 'removeItem'>, allowed: boolean): void =>
  allowed ? storage.removeItem(KEY) : storage.setItem(KEY, 'off');

const writing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** ⌘K or Ctrl K anywhere; `?` where nothing is being written. */
export function useShortcuts(actions: { palette: () => void; shortcuts: () => void }): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.metaKey || event.ctrlKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        latest.current.palette();
      } else if (event.key === '?' && !event.metaKey && !event.ctrlKey && !writing(event.target)) {
        if (!singleKeysAllowed(window.localStorage)) return;
        event.preventDefault();
        latest.current.shortcuts();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
