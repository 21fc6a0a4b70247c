'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { OrderPlate } from '@/components/orders/order-plate';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Empty } from '@/components/ui/empty';
import { daysBetween, formatDuration } from '@/lib/i18n/format';
import type { TaskDto } from '@/lib/tasks/dto';
import { byPlace } from '@/lib/tasks/rules';
import { TASK_STATUSES, type TaskStatus } from '@/lib/tasks/words';
import { TaskBlocked, TaskFacts, TaskSubject } from './task-facts';

const GROUPS = ['late', 'today', 'week', 'later', 'none'] as const;
type Group = (typeof GROUPS)[number];

function groupOf(task: TaskDto, now: string): Group {
  if (!task.dueDate) return 'none';
  const days = daysBetween(now, task.dueDate);
  if (days < 0) return task.status === 'done' ? 'today' : 'late';
  return days === 0 ? 'today' : days <= 7 ? 'week' : 'later';
}

interface Props {
  tasks: readonly TaskDto[];
  now: string;
  /** A phone shows one status at a time, as tabs. */
  byStatus?: boolean;
  onOpen: (task: TaskDto) => void;
  onMove: (id: string, status: TaskStatus) => void;
}

/** The same tasks by day, with the hours of each group; a chosen row shows its verbs. */
export function TaskList({ tasks: all, now, byStatus = false, onOpen, onMove }: Props) {
  const t = useTranslations('tasks');
  const [open, setOpen] = useState<string>();
  const [status, setStatus] = useState<TaskStatus | 'all'>('todo');
  const tasks = byStatus && status !== 'all' ? all.filter((task) => task.status === status) : all;
  return (
    <div className="flex flex-col gap-8">
      {byStatus && (
        <div className="inbox-tabs -mx-(--margin)" role="group" aria-label={t('fields.status')}>
          {([...TASK_STATUSES, 'all'] as const).map((one) => (
            <button
              key={one}
              type="button"
              className="inbox-tab"
              aria-pressed={status === one}
              onClick={() => setStatus(one)}
            >
              {t(one === 'all' ? 'allStatuses' : `status.${one}`)}
              {one !== 'all' && (
                <span className="strong figures ml-1.5">{all.filter((task) => task.status === one).length}</span>
              )}
            </button>
          ))}
        </div>
      )}
      {tasks.length === 0 &&
        (tasks.length < all.length ? (
          <p className="small text-ink2">{t('emptyColumn')}</p>
        ) : (
          <Empty drawing="tick" title={t.rich('nothingToDo', { em: (words) => <em>{words}</em> })}>
            {t('nothingHelp')}
          </Empty>
        ))}
      {GROUPS.map((group) => {
        const rows = tasks
          .filter((task) => groupOf(task, now) === group)
          .sort((a, b) => (a.dueDate ?? '').localeCompare(b.dueDate ?? '') || byPlace(a, b));
        if (rows.length === 0) return null;
        const minutes = rows.reduce((sum, task) => sum + (task.status === 'done' ? 0 : (task.minutes ?? 0)), 0);
        return (
          <section key={group}>
            <div className="flex items-baseline justify-between border-b border-ink pb-2">
              <h2 className="h3">{t(`groups.${group}`)}</h2>
              {minutes > 0 && (
                <span className={`small figures ${group === 'late' ? 'text-garance' : 'text-ink2'}`}>
                  {formatDuration(minutes)}
                </span>
              )}
            </div>
            <ul>
              {rows.map((task) => (
                <li key={task.id} className={`border-b border-hair ${open === task.id ? 'bg-sunk' : ''}`}>
                  <div className="flex items-start gap-3 py-3.5 sm:px-2">
                    <Checkbox
                      aria-label={t('markDone', { title: task.title })}
                      isSelected={task.status === 'done'}
                      onChange={(done) => onMove(task.id, done ? 'done' : 'todo')}
                    />
                    <button
                      type="button"
                      className="flex min-w-0 flex-1 items-start gap-3 text-left"
                      aria-expanded={open === task.id}
                      onClick={() => setOpen(open === task.id ? undefined : task.id)}
                    >
                      <span className="flex min-w-0 flex-1 flex-col gap-1">
                        <span className={task.status === 'done' ? 'text-ink3 line-through' : 'strong'}>
                          {task.title}
                        </span>
                        <TaskSubject task={task} now={now} />
                        <TaskBlocked task={task} />
                        <TaskFacts task={task} now={now} withPerson={false} />
                      </span>
                      {task.order && (
                        <OrderPlate plate={task.order.plate} width={320} className="h-14.5 w-11 shrink-0" decorative />
                      )}
                    </button>
                  </div>
                  {open === task.id && (
                    <div className="flex flex-wrap gap-2 pb-4 pl-8 sm:pl-10">
                      {task.status !== 'doing' && task.status !== 'done' && (
                        <Button onPress={() => onMove(task.id, 'doing')}>{t('start')}</Button>
                      )}
                      {task.status !== 'blocked' && task.status !== 'done' && (
                        <Button onPress={() => onMove(task.id, 'blocked')}>{t('block')}</Button>
                      )}
                      {(task.status === 'blocked' || task.status === 'doing') && (
                        <Button onPress={() => onMove(task.id, 'todo')}>{t('backToTodo')}</Button>
                      )}
                      <Button variant="quiet" onPress={() => onOpen(task)}>
                        {t('openTask')}
                      </Button>
                    </div>
                  )}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
