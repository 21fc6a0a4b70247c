'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { TaskDto } from '@/lib/tasks/dto';
import { byPlace, placeInBoard } from '@/lib/tasks/rules';
import { TASK_STATUSES, type TaskStatus } from '@/lib/tasks/words';

/** A card that is being moved: where it came from, and where it would be dropped. */
interface Lifted {
  id: string;
  status: TaskStatus;
  beforeId: string | undefined;
}

export const cardId = (id: string): string => `task-${id}`;
export const columnOf = (tasks: readonly TaskDto[], status: TaskStatus): TaskDto[] =>
  tasks.filter((task) => task.status === status).sort(byPlace);

/**
 * The board's keyboard: Space lifts a card, arrows carry it (each step is announced), Space puts it down, Esc takes it
 * back. While it is carried the screen shows the board as it would be; the server hears of it once, at the end.
 */
export function useBoardMoves(tasks: readonly TaskDto[], onMove: (move: Lifted) => void) {
  const t = useTranslations('tasks');
  const [lifted, setLifted] = useState<Lifted | null>(null);
  const [said, setSaid] = useState('');
  const held = useRef<string | null>(null);
  const shown = lifted ? placeInBoard(tasks, lifted.id, lifted.status, lifted.beforeId) : [...tasks];

  // A card that changes column is drawn anew there: the focus goes with it.
  useEffect(() => {
    if (held.current) document.getElementById(cardId(held.current))?.focus();
  }, [lifted]);

  const carry = (task: TaskDto, key: string) => {
    const status = lifted?.status ?? task.status;
    const others = columnOf(shown, status).filter((one) => one.id !== task.id);
    const index = columnOf(shown, status).findIndex((one) => one.id === task.id);
    const across = key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : 0;
    const down = key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : 0;
    const target = TASK_STATUSES[TASK_STATUSES.indexOf(status) + across];
    if (!target) return;
    const column = across === 0 ? others : columnOf(shown, target);
    const place = Math.min(Math.max(index + down, 0), column.length);
    setLifted({ id: task.id, status: target, beforeId: column[place]?.id });
    setSaid(t('announce.place', { column: t(`status.${target}`), place: place + 1, total: column.length + 1 }));
  };

  const onKeyDown = (event: KeyboardEvent, task: TaskDto) => {
    if (event.key === ' ') {
      event.preventDefault();
      if (!lifted) {
        held.current = task.id;
        const column = columnOf(tasks, task.status);
        const place = column.findIndex((one) => one.id === task.id);
        setLifted({ id: task.id, status: task.status, beforeId: column[place + 1]?.id });
        setSaid(t('announce.lifted', { title: task.title }));
        return;
      }
      onMove(lifted);
      setLifted(null);
      setSaid(t('announce.dropped', { title: task.title, column: t(`status.${lifted.status}`) }));
      return;
    }
    if (!lifted) return;
    if (event.key.startsWith('Arrow')) {
      event.preventDefault();
      carry(task, event.key);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      setLifted(null);
      setSaid(t('announce.returned', { title: task.title }));
    }
  };

  return { shown, liftedId: lifted?.id, said, onKeyDown };
}
