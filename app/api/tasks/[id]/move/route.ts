import { moveTask } from '@/lib/tasks/move-task';
import { moveTaskInput, taskParams, taskDto } from '@/lib/tasks/schemas';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'moveTask',
    response: taskDto,
    summary: 'Put a task in a column, before another or at the end',
    access: 'staff',
    params: taskParams,
    body: moveTaskInput,
  },
  ({ db, actor, params, body }) => moveTask(db, actor, params.id, body),
);
