'use client';

import { Plus } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Icon } from '@/components/ui/icon';
import { Tag } from '@/components/ui/tag';
import { useToast } from '@/components/ui/toast';
import { useCreateTask } from '@/lib/http/tasks';
import { newKey } from '@/lib/http/new-key';
import { dayKey, formatDay, formatDuration } from '@/lib/i18n/format';
import { readQuickAdd } from '@/lib/tasks/quick-add';
import { useFormErrors } from '@/components/clients/use-form-errors';
import type { TaskChoices } from './choices';

/** Orders offered where the words leave several open. */
const MOST = 6;

/** One line that becomes a task: what it understood appears as tags before Enter. */
export function QuickAddLine({ choices, now }: { choices: TaskChoices; now: string }) {
  const t = useTranslations('tasks');
  const locale = useLocale();
  const say = useToast();
  const refusal = useFormErrors();
  const create = useCreateTask();
  const [line, setLine] = useState('');
  /** The order chosen where the words left several open; `null` for none of them. */
  const [picked, setPicked] = useState<string | null>();
  const field = useRef<HTMLInputElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  const orders =
    picked === undefined ? choices.orders : choices.orders.filter((one) => picked !== null && one.id === picked);
  const read = readQuickAdd(line, { today: dayKey(now), staff: choices.staff, orders });
  const open = choices.orders.filter((one) => read.orderChoices.includes(one.id)).slice(0, MOST);
  const order = choices.orders.find((one) => one.id === read.orderId);
  const person = choices.staff.find((one) => one.id === read.assigneeId);

  const type = (text: string) => {
    setLine(text);
    if (!text.trim()) setPicked(undefined);
  };
  const pick = (id: string | null) => {
    setPicked(id);
    field.current?.focus();
  };
  const submit = () => {
    if (!line.trim()) return;
    // Which of the two Diallos is not ours to guess.
    if (open.length > 0) return first.current?.focus();
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
      className="flex min-h-15 flex-wrap items-center gap-x-4 gap-y-2 border-y border-ink py-2"
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
          ref={field}
        />
      </span>
      <span className="flex flex-wrap items-center gap-2" aria-live="polite">
        {order && <Tag>{`${order.title}, ${order.clientName}`}</Tag>}
        {read.dueDay && <Tag>{formatDay(locale, `${read.dueDay}T12:00:00Z`)}</Tag>}
        {read.minutes !== undefined && <Tag>{formatDuration(read.minutes)}</Tag>}
        {person && <Tag>{person.name}</Tag>}
      </span>
      {line.trim() && open.length === 0 && <span className="kbd">{t('enter')}</span>}
      {open.length > 0 && (
        <span role="group" aria-label={t('whichOrder')} className="flex w-full flex-wrap items-center gap-2">
          <span className="smaller text-ocre" role="status">
            {t('whichOrder')}
          </span>
          {open.map((one, index) => (
            <button
              key={one.id}
              ref={index === 0 ? first : undefined}
              type="button"
              className="composer-chip"
              onClick={() => pick(one.id)}
            >
              {`${one.title}, ${one.clientName}`}
            </button>
          ))}
          <button type="button" className="composer-chip" onClick={() => pick(null)}>
            {t('noOrder')}
          </button>
        </span>
      )}
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
