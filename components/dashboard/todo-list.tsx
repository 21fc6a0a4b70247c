'use client';

import { CircleMinus, Plus, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRefusal } from '@/components/form/use-refusal';
import { PhaseGlyph } from '@/components/orders/phase';
import type { TaskChoices } from '@/components/tasks/choices';
import { OrderQuestion } from '@/components/tasks/order-question';
import { useQuickAdd } from '@/components/tasks/use-quick-add';
import { Checkbox } from '@/components/ui/checkbox';
import { Empty } from '@/components/ui/empty';
import { Icon } from '@/components/ui/icon';
import { TextLink } from '@/components/ui/link-button';
import { SectionHead } from '@/components/ui/section-head';
import { Tag } from '@/components/ui/tag';
import { useToast } from '@/components/ui/toast';
import type { DashboardDto, DayTask } from '@/lib/dashboard/schemas';
import { useTickTask } from '@/lib/http/dashboard';
import { newKey } from '@/lib/http/new-key';
import { useCreateTask } from '@/lib/http/tasks';
import { dayKey, daysBetween, formatDay, formatDuration, formatLongDay, formatTime } from '@/lib/i18n/format';
import { Link } from '@/lib/i18n/routing';
import { phaseOf } from '@/lib/house/stages';
import { paths } from '@/lib/paths';
import { useDashboardWords } from './use-dashboard-words';

const SHOWN = 8;

/** What today asks for, ticked where one stands; the line below adds to it. */
export function TodoList({ data, choices, now }: { data: DashboardDto; choices: TaskChoices; now: string }) {
  const { t, columnTime } = useDashboardWords();
  const say = useToast();
  const refusal = useRefusal();
  const tick = useTickTask();
  const rest = data.tasks.length - SHOWN;
  const onTick = (task: DayTask, done: boolean) =>
    tick.mutate(
      { id: task.id, done },
      {
        onSuccess: () =>
          done &&
          say({
            text: t('todo.done', { title: task.title }),
            action: { label: t('todo.undo'), onPress: () => tick.mutate({ id: task.id, done: false }) },
          }),
        onError: (error) => say({ text: refusal(error).text, error: true }),
      },
    );
  return (
    <section aria-labelledby="todo">
      <SectionHead
        id="todo"
        title={t('todo.title')}
        aside={
          <span className="figures">
            <span className="max-md:hidden">
              {t('todo.hours', { planned: columnTime(data.planned), free: formatDuration(data.free) })}
            </span>
            <span className="md:hidden">
              {t('todo.hoursShort', { planned: columnTime(data.planned), free: formatDuration(data.free) })}
            </span>
          </span>
        }
      />
      {data.tasks.length === 0 && (
        <Empty drawing="tick" level="h3" title={t.rich('todo.empty', { em: (words) => <em>{words}</em> })}>
          {t('todo.emptyHelp')}
        </Empty>
      )}
      <ul>
        {data.tasks.slice(0, SHOWN).map((task) => (
          <TodoRow key={task.id} task={task} now={now} onTick={onTick} />
        ))}
      </ul>
      {rest > 0 && (
        <p className="small border-b border-hair py-3">
          <TextLink href={`${paths.atelier.tasks}?view=list`}>{t('todo.more', { count: rest })}</TextLink>
        </p>
      )}
      <AddLine choices={choices} now={now} />
    </section>
  );
}

function TodoRow({
  task,
  now,
  onTick,
}: {
  task: DayTask;
  now: string;
  onTick: (task: DayTask, done: boolean) => void;
}) {
  const { t, locale, columnTime } = useDashboardWords();
  const tasks = useTranslations('tasks');
  const phases = useTranslations('stages.phase');
  const done = task.status === 'done';
  const phase = task.stage && phaseOf(task.stage);
  const late = task.dueDate && !done ? Math.max(0, daysBetween(task.dueDate, now)) : 0;
  const subject = [task.orderTitle, task.clientName].filter(Boolean).join(', ');
  const when = () => {
    if (done) return task.doneAt ? t('todo.doneAt', { time: formatTime(locale, task.doneAt) }) : '';
    if (task.status === 'blocked')
      return (
        <Tag tone="ocre" icon={CircleMinus}>
          {task.blockedReason ?? tasks('status.blocked')}
        </Tag>
      );
    if (late > 0)
      return (
        <Tag tone="garance" icon={TriangleAlert}>
          {t('todo.late', { days: late })}
        </Tag>
      );
    if (!task.dueDate) return tasks('status.doing');
    return daysBetween(now, task.dueDate) === 0 ? t('todo.today') : formatDay(locale, task.dueDate);
  };
  return (
    <li className="todo-row">
      <Checkbox
        aria-label={tasks('markDone', { title: task.title })}
        isSelected={done}
        onChange={(value) => onTick(task, value)}
      />
      <Link href={`${paths.atelier.tasks}?task=${task.id}`} className="todo-what">
        <span className={done ? 'text-ink3 line-through' : ''}>{task.title}</span>
        {subject && (
          <span className="smaller flex items-center gap-2 text-ink2">
            {phase && (
              <>
                <PhaseGlyph phase={phase} size={11} />
                <span className="sr-only">{phases(phase)}, </span>
              </>
            )}
            {subject}
          </span>
        )}
      </Link>
      <span className="todo-when small text-ink2">{when()}</span>
      <span className="todo-time small figures text-ink2">
        {task.minutes === undefined ? '' : columnTime(task.minutes)}
      </span>
    </li>
  );
}

/** « ourlet robe Diallo vendredi 2h »: without a day it is for today. */
function AddLine({ choices, now }: { choices: TaskChoices; now: string }) {
  const { t, locale } = useDashboardWords();
  const say = useToast();
  const refusal = useRefusal();
  const create = useCreateTask();
  const form = useQuickAdd(choices, now);
  const { read } = form;
  const today = dayKey(now);
  const submit = () => {
    if (create.isPending || !form.ready()) return;
    const day = read.dueDay ?? today;
    create.mutate(
      {
        key: newKey(),
        body: {
          title: read.title,
          dueDate: day,
          minutes: read.minutes,
          orderId: read.orderId,
          assigneeId: read.assigneeId ?? choices.me,
        },
      },
      {
        onSuccess: (task) => {
          form.type('');
          const when = { title: task.title, day: formatLongDay(locale, `${day}T12:00:00Z`) };
          say({ text: day === today ? t('todo.added', when) : t('todo.addedOn', when) });
        },
        onError: (error) => say({ text: refusal(error).text, error: true }),
      },
    );
  };
  return (
    <form
      method="post"
      className="flex flex-wrap items-center gap-x-3"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Icon of={Plus} size={16} className="shrink-0 text-ink2" />
      <input
        className="h-13 min-w-0 flex-1 bg-transparent text-base outline-offset-0 md:text-sm"
        aria-label={t('todo.add')}
        placeholder={t('todo.addExample')}
        ref={form.field}
        value={form.line}
        maxLength={200}
        enterKeyHint="done"
        onChange={(event) => form.type(event.target.value)}
      />
      <OrderQuestion form={form} />
    </form>
  );
}
