'use client';

import { type KeyboardEvent, useState } from 'react';
import { useRefusal } from '@/components/form/use-refusal';
import { isEnter } from '@/components/ui/is-enter';
import { useToast } from '@/components/ui/toast';

interface Props {
  label: string;
  maxLength: number;
  /** Saves what was typed. */
  onAdd: (text: string) => Promise<void>;
  /** Given up with Escape, or left empty. */
  onLeave?: () => void;
  autoFocus?: boolean;
}

/** One line that is added with Enter; what is refused stays typed, with the reason. */
export function AddLine({ label, maxLength, onAdd, onLeave, autoFocus }: Props) {
  const say = useToast();
  const refusal = useRefusal();
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const add = async () => {
    if (busy || !text.trim()) return;
    setBusy(true);
    try {
      await onAdd(text.trim());
      setText('');
    } catch (error) {
      const { fields, text: sentence } = refusal(error);
      say({ text: Object.values(fields)[0] ?? sentence, error: true });
    } finally {
      setBusy(false);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onLeave?.();
    if (!isEnter(event)) return;
    event.preventDefault();
    void add();
  };
  return (
    <input
      className="field-box small h-9 w-full"
      aria-label={label}
      placeholder={label}
      value={text}
      maxLength={maxLength}
      readOnly={busy}
      // It stands where the button was that asked for it.
      autoFocus={autoFocus}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => !text.trim() && onLeave?.()}
    />
  );
}
