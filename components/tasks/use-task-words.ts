'use client';

import { useLocale, useTranslations } from 'next-intl';
import { dayKey, daysBetween, formatDay, formatDuration } from '@/lib/i18n/format';
import type { TaskDto } from '@/lib/tasks/dto';

/** The words a task is told with: its day from today, its time. */
export function useTaskWords(now: string) {
  const t = useTranslations('tasks');
  const locale = useLocale();
  const late = (task: TaskDto): number =>
    task.dueDate && task.status !== 'done' ? Math.max(0, daysBetween(task.dueDate, now)) : 0;
  const due = (task: TaskDto): string => {
    if (task.status === 'done' && task.doneAt) return formatDay(locale, task.doneAt);
    if (!task.dueDate) return t('noDay');
    const days = daysBetween(now, task.dueDate);
    if (days === 0) return t('dueToday');
    if (days === 1) return t('dueTomorrow');
    return formatDay(locale, task.dueDate);
  };
  return {
    late,
    due,
    time: (task: TaskDto) => (task.minutes === undefined ? '' : formatDuration(task.minutes)),
    subject: (task: TaskDto) => [task.order?.title, task.clientName].filter(Boolean).join(', '),
    isToday: (task: TaskDto) => task.dueDate !== undefined && dayKey(task.dueDate) === dayKey(now),
  };
}
