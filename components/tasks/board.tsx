'use client';

import { useTranslations } from 'next-intl';
import { type DragEvent, useState } from 'react';
import type { TaskDto } from '@/lib/tasks/dto';
import { TASK_STATUSES, type TaskStatus } from '@/lib/tasks/words';
import { TaskCard } from './task-card';
import { cardId, columnOf, useBoardMoves } from './use-board-moves';

interface Props {
  tasks: readonly TaskDto[];
  now: string;
  onOpen: (task: TaskDto) => void;
  onMove: (id: string, status: TaskStatus, beforeId: string | undefined) => void;
}

interface Slot {
  status: TaskStatus;
  beforeId: string | undefined;
}

/** The card under which the pointer would put a new one, by the middles of the cards of the column. */
function slotAt(event: DragEvent<HTMLElement>, status: TaskStatus, dragged: string): Slot {
  for (const card of event.currentTarget.querySelectorAll<HTMLElement>('[data-card]')) {
    const id = card.dataset['card'];
    if (id === undefined || id === dragged) continue;
    const box = card.getBoundingClientRect();
    if (event.clientY < box.top + box.height / 2) return { status, beforeId: id };
  }
  return { status, beforeId: undefined };
}

const BastedSlot = () => <li className="bati-box h-22" data-tone="garance" aria-hidden="true" />;

/** Four columns; a card is dragged, or lifted with Space and carried with the arrows. */
export function Board({ tasks, now, onOpen, onMove }: Props) {
  const t = useTranslations('tasks');
  const [dragged, setDragged] = useState<string>();
  const [slot, setSlot] = useState<Slot>();
  const moves = useBoardMoves(tasks, ({ id, status, beforeId }) => onMove(id, status, beforeId));
  const end = () => {
    setDragged(undefined);
    setSlot(undefined);
  };
  return (
    <div>
      <p className="sr-only" role="status" aria-live="assertive">
        {moves.said}
      </p>
      <p id="board-help" className="sr-only">
        {t('boardHelp')}
      </p>
      <div className="relative flex gap-5 overflow-x-auto pb-4" tabIndex={0} role="group" aria-label={t('board')}>
        {TASK_STATUSES.map((status) => {
          const column = columnOf(moves.shown, status);
          return (
            <section
              key={status}
              aria-label={t(`status.${status}`)}
              className="min-w-65 flex-1"
              onDragOver={(event) => {
                if (!dragged) return;
                event.preventDefault();
                const next = slotAt(event, status, dragged);
                if (next.status !== slot?.status || next.beforeId !== slot.beforeId) setSlot(next);
              }}
              onDrop={(event) => {
                event.preventDefault();
                if (dragged) {
                  const { beforeId } = slotAt(event, status, dragged);
                  onMove(dragged, status, beforeId);
                }
                end();
              }}
            >
              <div className="mb-3 flex items-baseline justify-between border-b border-hair pb-2">
                <h2 className="h3">{t(`status.${status}`)}</h2>
                <span className="small figures text-ink2">{column.length}</span>
              </div>
              <ul className="flex flex-col gap-2.5">
                {column.map((task) => (
                  <li key={task.id} className="contents">
                    {slot?.status === status && slot.beforeId === task.id && (
                      <span className="bati-box block h-22" data-tone="garance" />
                    )}
                    <div
                      id={cardId(task.id)}
                      data-card={task.id}
                      role="button"
                      tabIndex={0}
                      draggable
                      aria-describedby="board-help"
                      aria-roledescription={t('card')}
                      className={`block cursor-grab border bg-sheet p-3.5 text-left ${
                        moves.liftedId === task.id ? 'border-ink shadow-lift' : 'border-hair'
                      } ${dragged === task.id ? 'opacity-40' : ''}`}
                      onClick={() => onOpen(task)}
                      onKeyDown={(event) => {
                        if (event.key === 'Enter' && moves.liftedId === undefined) onOpen(task);
                        else moves.onKeyDown(event, task);
                      }}
                      onDragStart={(event) => {
                        event.dataTransfer.effectAllowed = 'move';
                        event.dataTransfer.setData('text/plain', task.title);
                        setDragged(task.id);
                      }}
                      onDragEnd={end}
                    >
                      <TaskCard task={task} now={now} />
                    </div>
                  </li>
                ))}
                {slot?.status === status && slot.beforeId === undefined && <BastedSlot />}
                {column.length === 0 && slot?.status !== status && (
                  <li className="smaller py-4 text-ink3">{t('emptyColumn')}</li>
                )}
              </ul>
            </section>
          );
        })}
      </div>
    </div>
  );
}
