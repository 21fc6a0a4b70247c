'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button, IconButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { addDays, mondayOf } from '@/lib/calendar';
import { dayKey, formatDay, formatDuration } from '@/lib/i18n/format';
import type { TaskDto } from '@/lib/tasks/dto';
import { byPlace } from '@/lib/tasks/rules';
import { TaskSubject } from './task-facts';

/** The same tasks under their days, a week at a time. */
export function TaskWeek({
  tasks,
  now,
  onOpen,
}: {
  tasks: readonly TaskDto[];
  now: string;
  onOpen: (task: TaskDto) => void;
}) {
  const t = useTranslations('tasks');
  const locale = useLocale();
  const today = dayKey(now);
  const [monday, setMonday] = useState(() => mondayOf(today));
  const days = Array.from({ length: 7 }, (_, index) => addDays(monday, index));
  return (
    <div>
      <div className="mb-4 flex gap-2">
        <IconButton label={t('weekBefore')} onPress={() => setMonday(addDays(monday, -7))}>
          <Icon of={ChevronLeft} />
        </IconButton>
        <Button size="small" onPress={() => setMonday(mondayOf(today))}>
          {t('thisWeek')}
        </Button>
        <IconButton label={t('weekAfter')} onPress={() => setMonday(addDays(monday, 7))}>
          <Icon of={ChevronRight} />
        </IconButton>
      </div>
      <div className="grid gap-x-3 gap-y-6 md:grid-cols-4 xl:grid-cols-7">
        {days.map((day) => {
          const rows = tasks.filter((task) => task.dueDate && dayKey(task.dueDate) === day).sort(byPlace);
          const minutes = rows.reduce((sum, task) => sum + (task.minutes ?? 0), 0);
          return (
            <section key={day}>
              <h2
                className={`small flex justify-between border-b pb-2 ${day === today ? 'strong border-garance text-garance' : 'border-ink'}`}
              >
                {formatDay(locale, `${day}T12:00:00Z`)}
                {minutes > 0 && <span className="figures font-normal text-ink2">{formatDuration(minutes)}</span>}
              </h2>
              <ul>
                {rows.map((task) => (
                  <li key={task.id} className="border-b border-hair">
                    <button type="button" className="block w-full py-2.5 text-left" onClick={() => onOpen(task)}>
                      <span className={`small block ${task.status === 'done' ? 'text-ink3 line-through' : 'strong'}`}>
                        {task.title}
                      </span>
                      <TaskSubject task={task} now={now} />
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </div>
  );
}
