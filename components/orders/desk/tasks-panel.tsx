'use client';

import { useState } from 'react';
import { useRefusal } from '@/components/form/use-refusal';
import { TaskList } from '@/components/tasks/task-list';
import { Button } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { TextField } from '@/components/ui/text-field';
import { useToast } from '@/components/ui/toast';
import { newKey } from '@/lib/http/new-key';
import { useCreateTask, useMoveTask } from '@/lib/http/tasks';
import { useRouter } from '@/lib/i18n/routing';
import type { OrderDto } from '@/lib/orders/answers';
import { paths } from '@/lib/paths';
import type { TaskDto } from '@/lib/tasks/dto';
import { useOrderWords } from '../use-order-words';

interface Props {
  order: OrderDto;
  tasks: readonly TaskDto[];
  viewerId: string;
  now: string;
}

/** The work this order asks for; the same tasks as on the board, and a line to add one. */
export function TasksPanel({ order, tasks, viewerId, now }: Props) {
  const { t } = useOrderWords();
  const router = useRouter();
  const say = useToast();
  const refusal = useRefusal();
  const create = useCreateTask();
  const move = useMoveTask();
  const [title, setTitle] = useState('');
  const [key, setKey] = useState(newKey);
  const refuse = (error: unknown) => say({ text: refusal(error).text, error: true });
  const add = () =>
    create.mutate(
      { key, body: { title: title.trim(), orderId: order.id, assigneeId: viewerId } },
      {
        onSuccess: () => {
          setTitle('');
          setKey(newKey());
        },
        onError: refuse,
      },
    );
  return (
    <>
      {tasks.length === 0 ? (
        <Empty drawing="tick" title={t('desk.noTasks')} level="h3">
          {t('desk.noTasksHelp')}
        </Empty>
      ) : (
        <TaskList
          tasks={tasks}
          now={now}
          onOpen={(task) => router.push({ pathname: paths.atelier.tasks, query: { task: task.id } })}
          onMove={(id, status) => move.mutate({ id, status }, { onError: refuse })}
        />
      )}
      <form
        method="post"
        className="mt-8 flex max-w-xl items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (title.trim()) add();
        }}
      >
        <div className="min-w-0 flex-1">
          <TextField label={t('desk.newTask')} value={title} onChange={setTitle} maxLength={200} />
        </div>
        <Button type="submit" busy={create.isPending} isDisabled={!title.trim()}>
          {t('desk.addTask')}
        </Button>
      </form>
    </>
  );
}
