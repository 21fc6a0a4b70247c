import { useCallback, useEffect, useState } from 'react';
import { useAccount } from '@/components/form/account';
import { draftName, tabDrafts } from '@/components/form/draft-store';
import { newSketch, type Sketch } from './strokes';

interface History {
  past: Sketch[];
  now: Sketch;
  future: Sketch[];
}

const STEPS = 100;
const empty = (): History => ({ past: [], now: newSketch(), future: [] });

/** A draft as this version keeps it; anything else is left aside. */
const isSketch = (value: unknown): value is Sketch =>
  typeof value === 'object' && value !== null && 'layers' in value && 'marks' in value && 'active' in value;

/** What is on the paper, with undo and redo; a tab keeps the draft for the account, under `key`. */
export function useSketch(key: string) {
  const draftKey = draftName(useAccount(), key);
  const [history, setHistory] = useState(empty);
  useEffect(() => {
    try {
      const kept: unknown = JSON.parse(tabDrafts.read(draftKey) ?? 'null');
      setHistory(isSketch(kept) ? { ...empty(), now: kept } : empty());
    } catch {
      setHistory(empty());
    }
  }, [draftKey]);
  useEffect(() => {
    // Too much for the storage: the drawing lives as long as the page.
    if (history.now.marks.length > 0) tabDrafts.write(draftKey, JSON.stringify(history.now));
    else if (history.past.length > 0) tabDrafts.write(draftKey, null);
  }, [draftKey, history]);

  const change = useCallback((make: (sketch: Sketch) => Sketch) => {
    setHistory(({ past, now }) => ({ past: [...past, now].slice(-STEPS), now: make(now), future: [] }));
  }, []);
  /** Changes without a step of its own: typing, moving, choosing a layer. */
  const adjust = useCallback((make: (sketch: Sketch) => Sketch) => {
    setHistory((history) => ({ ...history, now: make(history.now) }));
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
    tabDrafts.write(draftKey, null);
  }, [draftKey]);
  return {
    sketch: history.now,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    change,
    adjust,
    undo,
    redo,
    forget,
  };
}
