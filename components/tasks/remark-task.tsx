'use client';

import { Check } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useRefusal } from '@/components/form/use-refusal';
import { Button } from '@/components/ui/button';
import { Tag } from '@/components/ui/tag';
import { TextField } from '@/components/ui/text-field';
import { newKey } from '@/lib/http/new-key';
import { useFormCouturiers } from '@/lib/http/order-form';
import { type RemarkPlace, useNoteRemark } from '@/lib/http/note-remark';
import { useCreateTask } from '@/lib/http/tasks';
import { dayKey, formatDay } from '@/lib/i18n/format';
import type { TaskDto } from '@/lib/tasks/dto';
import { readQuickAdd } from '@/lib/tasks/quick-add';
import { UnderstoodTags } from './understood-tags';

export interface TaskSubject {
  clientId: string;
  orderId?: string;
  /** Whose work it is unless the line names somebody. */
  couturierId: string;
}

interface Props {
  /** The remark, to begin from. */
  words: string;
  subject: TaskSubject;
  messageId?: string;
  /** A number on a marked picture: the task then takes a copy of the picture along. */
  remark?: RemarkPlace;
  onDone: (task: TaskDto) => void;
  onCancel: () => void;
}

const LONGEST = 200;

/** A remark that becomes work: one framed line, in which day, time and person are understood as one types them. */
export function RemarkTask({ words, subject, messageId, remark, onDone, onCancel }: Props) {
  const t = useTranslations('tasks');
  const common = useTranslations('common');
  const refusal = useRefusal();
  const plain = useCreateTask();
  const noted = useNoteRemark();
  const create = remark ? noted : plain;
  const staff = useFormCouturiers().data ?? [];
  const [line, setLine] = useState(() => words.replace(/\s+/g, ' ').trim().slice(0, LONGEST));
  const [key] = useState(newKey);
  const read = readQuickAdd(line, { today: dayKey(new Date()), staff, orders: [] });
  const assigneeId = read.assigneeId ?? subject.couturierId;
  const person = staff.find(({ id }) => id === assigneeId);
  const submit = () => {
    if (!line.trim() || create.isPending) return;
    const { clientId, orderId } = subject;
    const work = { title: read.title, dueDate: read.dueDay, minutes: read.minutes, assigneeId, orderId };
    const done = { onSuccess: onDone };
    if (remark) noted.mutate({ key, at: remark, body: work }, done);
    else plain.mutate({ key, body: { ...work, clientId, messageId } }, done);
  };
  return (
    <form
      method="post"
      className="remark-task"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextField
        label={t('fields.title')}
        value={line}
        onChange={setLine}
        maxLength={LONGEST}
        help={t('remark.help')}
        error={create.isError ? refusal(create.error).text : undefined}
        autoFocus
        onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      />
      <p className="mt-2 flex flex-wrap gap-2" aria-live="polite">
        <UnderstoodTags read={read} person={person} />
      </p>
      <div className="mt-3 flex gap-2">
        <Button size="small" type="submit" busy={create.isPending} isDisabled={!line.trim()}>
          {t('remark.create')}
        </Button>
        <Button size="small" variant="quiet" onPress={onCancel}>
          {common('cancel')}
        </Button>
      </div>
    </form>
  );
}

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
