'use client';

import { Check, CircleAlert, X } from 'lucide-react';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { Icon } from './icon';
import { useSecondsLeft } from './use-seconds-left';

export interface ToastMessage {
  text: string;
  /** Stays until it is closed. */
  error?: boolean;
  /** « Annuler » and what it undoes. */
  action?: { label: string; onPress: () => void };
  /** How many seconds the action can be taken: it stays that long and says what is left. */
  seconds?: number;
}

type Show = (message: ToastMessage) => void;

const ToastContext = createContext<Show | null>(null);
const SHOWN_MS = 6000;

/** Says what has just happened. One at a time: the next replaces it. */
export function useToast(): Show {
  const show = useContext(ToastContext);
  if (!show) throw new Error('useToast needs a ToastProvider above it');
  return show;
}

/** The seconds that are left, for the eye alone: read aloud each second they would drown everything else. */
function SecondsLeft({ of, onOver }: { of: number; onOver: () => void }) {
  const left = useSecondsLeft(of);
  useEffect(() => {
    if (left <= 0) onOver();
  }, [left, onOver]);
  return (
    <span className="figures" aria-hidden="true">
      {` ${left}\u202Fs`}
    </span>
  );
}

/** The live region is there from the start, so that readers announce what appears in it. */
export function ToastProvider({ closeLabel, children }: { closeLabel: string; children: ReactNode }) {
  const [current, setCurrent] = useState<(ToastMessage & { key: number }) | null>(null);
  const [held, setHeld] = useState(false);
  const next = useRef(0);
  const show = useCallback<Show>((message) => {
    next.current += 1;
    setCurrent({ ...message, key: next.current });
    setHeld(false);
  }, []);
  const close = useCallback(() => setCurrent(null), []);

  useEffect(() => {
    if (!current || current.error || current.seconds !== undefined || held) return;
    const timer = setTimeout(close, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [current, held, close]);

  const press = useCallback(() => {
    current?.action?.onPress();
    close();
  }, [current, close]);

  useEffect(() => {
    if (!current?.action) return;
    const undo = (event: KeyboardEvent) => {
      // What is being typed has its own way back.
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, [contenteditable]');
      if (event.key !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || typing) return;
      event.preventDefault();
      press();
    };
    document.addEventListener('keydown', undo);
    return () => document.removeEventListener('keydown', undo);
  }, [current, press]);

  const hold = useMemo(
    () => ({
      onPointerEnter: () => setHeld(true),
      onPointerLeave: () => setHeld(false),
      onFocus: () => setHeld(true),
      onBlur: () => setHeld(false),
    }),
    [],
  );

  return (
    <ToastContext value={show}>
      {children}
      <div className="toast-region" role="status">
        {current && (
          <div key={current.key} className="toast on-ink" {...hold}>
            <Icon of={current.error ? CircleAlert : Check} size={16} />
            <span className="flex-1">{current.text}</span>
            {current.action && (
              <button type="button" className="link" aria-keyshortcuts="Control+Z Meta+Z" onClick={press}>
                {current.action.label}
                {current.seconds !== undefined && <SecondsLeft of={current.seconds} onOver={close} />}
              </button>
            )}
            {(current.error || !current.action || current.seconds !== undefined) && (
              <button type="button" className="bare-button" aria-label={closeLabel} onClick={close}>
                <Icon of={X} size={16} />
              </button>
            )}
          </div>
        )}
      </div>
    </ToastContext>
  );
}
