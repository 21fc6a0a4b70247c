'use client';

import { OrderPlate } from '@/components/orders/order-plate';
import type { TaskDto } from '@/lib/tasks/dto';
import { TaskBlocked, TaskFacts, TaskSubject } from './task-facts';

/** What a card of the board holds; the board makes it movable. */
export function TaskCard({ task, now }: { task: TaskDto; now: string }) {
  const done = task.status === 'done';
  return (
    <span className="flex flex-col gap-3">
      <span className="flex gap-3">
        {task.order && <OrderPlate plate={task.order.plate} width={320} className="h-14.5 w-11 shrink-0" decorative />}
        <span className="min-w-0">
          <span className={`strong small block ${done ? 'font-normal text-ink3 line-through' : ''}`}>{task.title}</span>
          <TaskSubject task={task} now={now} />
        </span>
      </span>
      <TaskBlocked task={task} />
      <TaskFacts task={task} now={now} />
    </span>
  );
}
