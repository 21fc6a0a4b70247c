'use client';

import { Plus, Trash2, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import * as v from 'valibot';
import { KeptMark } from '@/components/form/kept-mark';
import { Refusal } from '@/components/form/refusal';
import { MinutesField } from '@/components/form/minutes-field';
import { useDraft } from '@/components/form/use-draft';
import { useRead } from '@/components/form/use-read';
import { useRefusal } from '@/components/form/use-refusal';
import { Button, IconButton } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { ComboBox } from '@/components/ui/combo-box';
import { Sheet } from '@/components/ui/dialog';
import { Icon } from '@/components/ui/icon';
import { Select } from '@/components/ui/select';
import { TextArea, TextField } from '@/components/ui/text-field';
import { useToast } from '@/components/ui/toast';
import { fileUrl } from '@/lib/files/rules';
import { newKey } from '@/lib/http/new-key';
import { currentOf } from '@/lib/http/refusal';
import { useCreateTask, useDeleteTask, useEditTask } from '@/lib/http/tasks';
import { dayKey } from '@/lib/i18n/format';
import { MINUTES } from '@/lib/number-kinds';
import type { TaskDto } from '@/lib/tasks/dto';
import { TASK_PRIORITIES, TASK_STATUSES, type TaskPriority, type TaskStatus } from '@/lib/tasks/words';
import type { TaskChoices } from './choices';

interface Props {
  /** Left out: a new task. */
  task?: TaskDto;
  choices: TaskChoices;
  onClose: () => void;
}

const typedOver = v.object({
  version: v.pipe(v.number(), v.integer()),
  draft: v.object({
    title: v.string(),
    note: v.string(),
    status: v.picklist(TASK_STATUSES),
    priority: v.picklist(TASK_PRIORITIES),
    dueDate: v.string(),
    minutes: v.string(),
    orderId: v.nullable(v.string()),
    assigneeId: v.nullable(v.string()),
    blockedReason: v.string(),
    checklist: v.array(v.object({ text: v.string(), done: v.boolean() })),
  }),
});
type Draft = v.InferOutput<typeof typedOver>['draft'];

const draftOf = (task: TaskDto | undefined, me: string, minutes: string): Draft => ({
  title: task?.title ?? '',
  note: task?.note ?? '',
  status: task?.status ?? 'todo',
  priority: task?.priority ?? 'normal',
  dueDate: task?.dueDate ? dayKey(task.dueDate) : '',
  minutes,
  orderId: task?.orderId ?? null,
  assigneeId: task ? (task.assigneeId ?? null) : me,
  blockedReason: task?.blockedReason ?? '',
  checklist: task?.checklist ?? [],
});

/** A task with all its fields. */
export function TaskSheet({ task, choices, onClose }: Props) {
  const t = useTranslations('tasks');
  const common = useTranslations('common');
  const say = useToast();
  const refusal = useRefusal({ stale_version: t('stale') });
  const create = useCreateTask();
  const edit = useEditTask();
  const remove = useDeleteTask();
  const read = useRead();
  const typed = useDraft(`task:${task?.id ?? 'new'}`, typedOver, {
    version: task?.version ?? 1,
    draft: draftOf(task, choices.me, read.print(task?.minutes, MINUTES)),
  });
  const { draft, version } = typed.value;
  const [checked, setChecked] = useState(false);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [text, setText] = useState('');
  const [key] = useState(newKey);
  const set = (change: Partial<typeof draft>) =>
    typed.change((before) => ({ ...before, draft: { ...before.draft, ...change } }));

  const failed = (error: unknown) => {
    // After somebody else's save the form keeps what was typed; saving again is then a choice made knowingly.
    const current = currentOf<TaskDto>(error);
    if (current) typed.change((before) => ({ ...before, version: current.version }));
    const { fields, text: sentence } = refusal(error);
    setErrors(fields);
    setText(sentence);
  };
  const saved = () => {
    typed.clear();
    say({ text: t('saved') });
    onClose();
  };
  const save = () => {
    setErrors({});
    setText('');
    setChecked(true);
    if (!draft.title.trim()) return setErrors({ title: t('titleNeeded') });
    const minutes = read.minutes(draft.minutes);
    if (minutes === null) return;
    const common = {
      title: draft.title.trim(),
      status: draft.status,
      priority: draft.priority,
      checklist: draft.checklist.filter((one) => one.text.trim()),
    };
    if (task)
      edit.mutate(
        {
          id: task.id,
          version,
          ...common,
          note: draft.note.trim() || null,
          dueDate: draft.dueDate || null,
          minutes: minutes ?? null,
          orderId: draft.orderId,
          assigneeId: draft.assigneeId,
          blockedReason: draft.blockedReason.trim() || null,
        },
        { onSuccess: saved, onError: failed },
      );
    else
      create.mutate(
        {
          key,
          body: {
            ...common,
            note: draft.note.trim() || undefined,
            dueDate: draft.dueDate || undefined,
            minutes,
            orderId: draft.orderId ?? undefined,
            assigneeId: draft.assigneeId ?? undefined,
            blockedReason: draft.blockedReason.trim() || undefined,
          },
        },
        { onSuccess: saved, onError: failed },
      );
  };

  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={task ? t('editTask') : t('newTask')}
      closeLabel={common('close')}
      foot={
        <div className="flex items-center gap-2">
          {task && (
            <IconButton
              label={t('delete')}
              onPress={() =>
                remove.mutate(task.id, {
                  onSuccess: () => {
                    typed.clear();
                    say({ text: t('deleted', { title: task.title }) });
                    onClose();
                  },
                  onError: failed,
                })
              }
            >
              <Icon of={Trash2} />
            </IconButton>
          )}
          <KeptMark kept={typed.kept} className="flex-1" />
          <Button
            variant="quiet"
            onPress={() => {
              typed.clear();
              onClose();
            }}
          >
            {common('cancel')}
          </Button>
          <Button variant="primary" busy={edit.isPending || create.isPending} onPress={save}>
            {common('save')}
          </Button>
        </div>
      }
    >
      <div className="flex flex-col gap-5">
        <Refusal of={text} head />
        {task?.picture && (
          <a href={fileUrl(task.picture.id)} target="_blank" rel="noopener" className="task-picture">
            <img
              src={fileUrl(task.picture.id, 640)}
              alt={task.remark ? t('remarkPicture', { number: task.remark }) : task.picture.name}
              width={task.picture.width}
              height={task.picture.height}
            />
          </a>
        )}
        <TextField
          label={t('fields.title')}
          value={draft.title}
          onChange={(title) => set({ title })}
          error={errors['title']}
          isRequired
          autoFocus
        />
        <ComboBox
          label={t('fields.order')}
          options={choices.orders.map((one) => ({
            id: one.id,
            label: `${one.title}, ${one.clientName}, ${one.number}`,
          }))}
          value={draft.orderId}
          onChange={(orderId) => set({ orderId })}
          openLabel={t('openList')}
          emptyLabel={t('noOrderFound')}
          error={errors['orderId']}
        />
        <div className="grid gap-5 sm:grid-cols-2">
          <Select
            label={t('fields.status')}
            options={TASK_STATUSES.map((id) => ({ id, label: t(`status.${id}`) }))}
            value={draft.status}
            onChange={(status) => set({ status: status as TaskStatus })}
          />
          <Select
            label={t('fields.assignee')}
            options={[
              { id: 'nobody', label: t('nobody') },
              ...choices.staff.map(({ id, name }) => ({ id, label: name })),
            ]}
            value={draft.assigneeId ?? 'nobody'}
            onChange={(id) => set({ assigneeId: id === 'nobody' ? null : id })}
          />
          <TextField
            label={t('fields.due')}
            type="date"
            value={draft.dueDate}
            onChange={(dueDate) => set({ dueDate })}
            error={errors['dueDate']}
          />
          <MinutesField
            label={t('fields.minutes')}
            checked={checked}
            value={draft.minutes}
            onChange={(minutes) => set({ minutes })}
            error={errors['minutes']}
          />
          <Select
            label={t('fields.priority')}
            options={TASK_PRIORITIES.map((id) => ({ id, label: t(`priority.${id}`) }))}
            value={draft.priority}
            onChange={(priority) => set({ priority: priority as TaskPriority })}
          />
        </div>
        {draft.status === 'blocked' && (
          <TextField
            label={t('fields.blockedReason')}
            value={draft.blockedReason}
            onChange={(blockedReason) => set({ blockedReason })}
          />
        )}
        <fieldset>
          <legend className="field-label">{t('checklist')}</legend>
          <ul className="mt-2 flex flex-col gap-2">
            {draft.checklist.map((item, index) => {
              const change = (next: Partial<typeof item>) =>
                set({ checklist: draft.checklist.map((one, at) => (at === index ? { ...one, ...next } : one)) });
              return (
                // The lines have no identity of their own; their place is it.
                <li key={index} className="flex items-center gap-2">
                  <Checkbox
                    aria-label={item.text || t('checklistItem')}
                    isSelected={item.done}
                    onChange={(done) => change({ done })}
                  />
                  <input
                    className="field-box h-9 flex-1"
                    aria-label={t('checklistItem')}
                    value={item.text}
                    onChange={(event) => change({ text: event.target.value })}
                  />
                  <IconButton
                    size="small"
                    label={t('removeItem')}
                    onPress={() => set({ checklist: draft.checklist.filter((_, at) => at !== index) })}
                  >
                    <Icon of={X} size={16} />
                  </IconButton>
                </li>
              );
            })}
          </ul>
          <Button
            variant="quiet"
            size="small"
            onPress={() => set({ checklist: [...draft.checklist, { text: '', done: false }] })}
          >
            <Icon of={Plus} size={16} />
            {t('addItem')}
          </Button>
        </fieldset>
        <TextArea label={t('fields.note')} value={draft.note} onChange={(note) => set({ note })} rows={3} />
      </div>
    </Sheet>
  );
}
