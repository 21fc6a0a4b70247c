import { Check } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Tag } from '@/components/ui/tag';
import { formatDay } from '@/lib/i18n/format';
import type { TaskDto } from '@/lib/tasks/dto';

/** « Tâche créée, ven. 27 nov. » */
export function TaskMade({ task }: { task: Pick<TaskDto, 'dueDate' | 'status'> }) {
  const t = useTranslations('tasks.remark');
  const locale = useLocale();
  const words = t(task.status === 'done' ? 'done' : 'made');
  return (
    <Tag tone="sarcelle" icon={Check}>
      {task.dueDate ? `${words}, ${formatDay(locale, task.dueDate)}` : words}
    </Tag>
  );
}
