'use client';

import { Calendar, CircleMinus, ListChecks, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { PhaseGlyph } from '@/components/orders/phase';
import { Avatar } from '@/components/ui/avatar';
import { Icon } from '@/components/ui/icon';
import { phaseOf } from '@/lib/house/stages';
import type { TaskDto } from '@/lib/tasks/dto';
import { useTaskWords } from './use-task-words';

/** What the task serves: phase, piece, client. */
export function TaskSubject({ task, now }: { task: TaskDto; now: string }) {
  const words = useTaskWords(now);
  const stages = useTranslations('stages.phase');
  const phase = task.order && phaseOf(task.order.stage);
  const text = words.subject(task);
  if (!text) return null;
  return (
    <span className="smaller flex items-start gap-2 text-ink2">
      {phase && (
        <span className="mt-1">
          <PhaseGlyph phase={phase} />
          <span className="sr-only">{stages(phase)}</span>
        </span>
      )}
      {text}
    </span>
  );
}

/** Why it waits; ocre, with its sign and its reason. */
export function TaskBlocked({ task }: { task: TaskDto }) {
  const t = useTranslations('tasks');
  if (task.status !== 'blocked') return null;
  return (
    <span className="smaller flex gap-2 text-ocre">
      <span className="mt-0.5">
        <Icon of={CircleMinus} size={16} />
      </span>
      {task.blockedReason ?? t('status.blocked')}
    </span>
  );
}

/** Day, time, checklist, person, on one line. */
export function TaskFacts({ task, now, withPerson = true }: { task: TaskDto; now: string; withPerson?: boolean }) {
  const t = useTranslations('tasks');
  const words = useTaskWords(now);
  const late = words.late(task) > 0;
  const done = task.checklist.filter((one) => one.done).length;
  return (
    <span className="smaller figures flex flex-wrap items-center gap-x-3 gap-y-1 text-ink2">
      <span className={`inline-flex items-center gap-1.5 ${late ? 'strong text-garance' : ''}`}>
        <Icon of={late ? TriangleAlert : Calendar} size={16} />
        {late ? t('lateOn', { day: words.due(task) }) : words.due(task)}
      </span>
      {task.minutes !== undefined && <span>{words.time(task)}</span>}
      {task.checklist.length > 0 && (
        <span className="inline-flex items-center gap-1.5">
          <Icon of={ListChecks} size={16} label={t('checklist')} />
          {done}/{task.checklist.length}
        </span>
      )}
      {withPerson && task.assigneeName && (
        <span className="ml-auto" title={task.assigneeName}>
          <Avatar name={task.assigneeName} size={26} />
          <span className="sr-only">{task.assigneeName}</span>
        </span>
      )}
    </span>
  );
}
