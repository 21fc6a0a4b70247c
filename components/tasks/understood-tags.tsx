'use client';

import { useLocale } from 'next-intl';
import { Tag } from '@/components/ui/tag';
import { formatDay, formatDuration } from '@/lib/i18n/format';
import type { QuickAdd } from '@/lib/tasks/quick-add';

interface Props {
  read: Pick<QuickAdd, 'dueDay' | 'minutes'>;
  person?: { name: string };
}

/** What a line was understood to say, before it becomes a task: the day, the time it takes, the person. */
export function UnderstoodTags({ read, person }: Props) {
  const locale = useLocale();
  return (
    <>
      {read.dueDay && <Tag>{formatDay(locale, `${read.dueDay}T12:00:00Z`)}</Tag>}
      {read.minutes !== undefined && <Tag>{formatDuration(read.minutes)}</Tag>}
      {person && <Tag>{person.name}</Tag>}
    </>
  );
}
