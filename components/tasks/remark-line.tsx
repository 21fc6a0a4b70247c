'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useRefusal } from '@/components/form/use-refusal';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { newKey } from '@/lib/http/new-key';
import { useFormCouturiers } from '@/lib/http/order-form';
import { useNoteRemark } from '@/lib/http/note-remark';
import { useCreateTask } from '@/lib/http/tasks';
import { dayKey } from '@/lib/i18n/format';
import { readQuickAdd } from '@/lib/tasks/quick-add';
import type { RemarkTaskProps } from './remark-task';
import { UnderstoodTags } from './understood-tags';

const LONGEST = 200;

/** A remark that becomes work: one framed line, in which day, time and person are understood as one types them. */
export function RemarkLine({ words, subject, messageId, remark, onDone, onCancel }: RemarkTaskProps) {
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
