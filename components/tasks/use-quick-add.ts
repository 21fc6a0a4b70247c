'use client';

import { useRef, useState } from 'react';
import { dayKey } from '@/lib/i18n/format';
import { readQuickAdd } from '@/lib/tasks/quick-add';
import type { TaskChoices } from './choices';

/** Orders offered where the words leave several open. */
const MOST = 6;

/** A line that becomes a task, what it understood, and the order it has to ask for. */
export function useQuickAdd(choices: TaskChoices, now: string) {
  const [line, setLine] = useState('');
  /** The order chosen where the words left several open; `null` for none of them. */
  const [picked, setPicked] = useState<string | null>();
  const field = useRef<HTMLInputElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  const orders =
    picked === undefined ? choices.orders : choices.orders.filter((one) => picked !== null && one.id === picked);
  const read = readQuickAdd(line, { today: dayKey(now), staff: choices.staff, orders });
  const open = choices.orders.filter((one) => read.orderChoices.includes(one.id)).slice(0, MOST);
  const type = (text: string) => {
    setLine(text);
    if (!text.trim()) setPicked(undefined);
  };
  const pick = (id: string | null) => {
    setPicked(id);
    field.current?.focus();
  };
  /** Whether the line can be sent; where an order is still to be named, the question takes the focus. */
  const ready = (): boolean => {
    if (!line.trim()) return false;
    if (open.length > 0) first.current?.focus();
    return open.length === 0;
  };
  return { line, type, read, open, pick, ready, field, first };
}
export type QuickAddForm = ReturnType<typeof useQuickAdd>;
