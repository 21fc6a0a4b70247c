'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRefusal } from '@/components/form/use-refusal';
import { Icon } from '@/components/ui/icon';
import { Tag } from '@/components/ui/tag';
import { useToast } from '@/components/ui/toast';
import { useCreateTask } from '@/lib/http/tasks';
import { newKey } from '@/lib/http/new-key';
import type { TaskChoices } from './choices';
import { OrderQuestion } from './order-question';
import { useQuickAdd } from './use-quick-add';
import { UnderstoodTags } from './understood-tags';

/** One line that becomes a task: what it understood appears as tags before Enter. */
export function QuickAddLine({ choices, now }: { choices: TaskChoices; now: string }) {
  const t = useTranslations('tasks');
  const say = useToast();
  const refusal = useRefusal();
  const create = useCreateTask();
  const form = useQuickAdd(choices, now);
  const { line, type, read, open } = form;
  const order = choices.orders.find((one) => one.id === read.orderId);
  const person = choices.staff.find((one) => one.id === read.assigneeId);

  const submit = () => {
    if (!form.ready()) return;
    create.mutate(
      {
        key: newKey(),
        body: {
          title: read.title,
          dueDate: read.dueDay,
          minutes: read.minutes,
          orderId: read.orderId,
          assigneeId: read.assigneeId ?? choices.me,
        },
      },
      {
        onSuccess: (task) => {
          type('');
          say({ text: t('added', { title: task.title }) });
        },
        onError: (error) => say({ text: refusal(error).text, error: true }),
      },
    );
  };
  return (
    <form
      method="post"
      className="flex min-h-15 flex-wrap items-center gap-x-4 gap-y-2 py-2 md:border-y md:border-ink"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Icon of={Plus} className="text-ink2" />
      <span className="relative min-w-60 flex-1">
        <span
          className="pointer-events-none absolute inset-0 flex items-center whitespace-pre text-transparent"
          aria-hidden="true"
        >
          <Underlined line={line} spans={read.understood} />
        </span>
        <input
          className="relative h-11 w-full bg-transparent text-base outline-none"
          aria-label={t('quickAdd')}
          placeholder={t('quickAddExample')}
          value={line}
          maxLength={200}
          onChange={(event) => type(event.target.value)}
          ref={form.field}
        />
      </span>
      <span className="flex flex-wrap items-center gap-2" aria-live="polite">
        {order && <Tag>{`${order.title}, ${order.clientName}`}</Tag>}
        <UnderstoodTags read={read} person={person} />
      </span>
      {line.trim() && open.length === 0 && <span className="kbd">{t('enter')}</span>}
      <OrderQuestion form={form} />
    </form>
  );
}

/** The understood words carry a basted thread; the rest is only there to hold their place. */
function Underlined({ line, spans }: { line: string; spans: readonly { start: number; end: number }[] }) {
  let at = 0;
  const parts = spans.flatMap((span) => {
    const before = line.slice(at, span.start);
    at = span.end;
    return [
      { key: `b${span.start}`, text: before, marked: false },
      { key: `m${span.start}`, text: line.slice(span.start, span.end), marked: true },
    ];
  });
  return (
    <>
      {parts.map((part) => (
        <span
          key={part.key}
          className={part.marked ? 'underline decoration-garance decoration-dashed underline-offset-4' : ''}
        >
          {part.text}
        </span>
      ))}
    </>
  );
}
