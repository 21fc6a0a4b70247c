'use client';

import { useCallback, useEffect, useState } from 'react';
import type { Mark, NumberedMark } from './strokes';

interface History {
  past: Mark[][];
  now: Mark[];
  future: Mark[][];
}

const EMPTY: History = { past: [], now: [], future: [] };
const STEPS = 100;

/** What is on the paper, with undo and redo; the draft is kept on the device under `draftKey`. */
export function useSketch(draftKey: string) {
  const [history, setHistory] = useState(EMPTY);
  useEffect(() => {
    try {
      const kept: unknown = JSON.parse(sessionStorage.getItem(draftKey) ?? '[]');
      if (Array.isArray(kept)) setHistory({ ...EMPTY, now: kept as Mark[] });
    } catch {
      setHistory(EMPTY);
    }
  }, [draftKey]);
  useEffect(() => {
    try {
      sessionStorage.setItem(draftKey, JSON.stringify(history.now));
    } catch {
      // Too much for the storage: the drawing lives as long as the page.
    }
  }, [draftKey, history.now]);

  const change = useCallback((make: (marks: Mark[]) => Mark[]) => {
    setHistory(({ past, now }) => ({ past: [...past, now].slice(-STEPS), now: make(now), future: [] }));
  }, []);
  /** Changes without a step of its own: typing, moving. */
  const adjust = useCallback((number: number, patch: Partial<NumberedMark>) => {
    setHistory((history) => ({
      ...history,
      now: history.now.map((mark) => (mark.kind === 'mark' && mark.number === number ? { ...mark, ...patch } : mark)),
    }));
  }, []);
  const undo = useCallback(() => {
    setHistory(({ past, now, future }) => {
      const before = past.at(-1);
      return before ? { past: past.slice(0, -1), now: before, future: [now, ...future] } : { past, now, future };
    });
  }, []);
  const redo = useCallback(() => {
    setHistory(({ past, now, future }) => {
      const [next, ...rest] = future;
      return next ? { past: [...past, now], now: next, future: rest } : { past, now, future };
    });
  }, []);
  const forget = useCallback(() => {
    sessionStorage.removeItem(draftKey);
  }, [draftKey]);
  return {
    marks: history.now,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    change,
    adjust,
    undo,
    redo,
    forget,
  };
}
