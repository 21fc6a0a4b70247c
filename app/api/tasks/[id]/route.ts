import { deleteTask } from '@/lib/tasks/delete-task';
import { editTask } from '@/lib/tasks/edit-task';
import { readTask } from '@/lib/tasks/list-tasks';
import { taskParams, editTaskInput, taskDto } from '@/lib/tasks/schemas';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  { operation: 'readTask', response: taskDto, summary: 'One task', access: 'staff', params: taskParams },
  ({ db, actor, params }) => readTask(db, actor, params.id),
);

export const PATCH = defineRoute(
  {
    operation: 'editTask',
    response: taskDto,
    summary: 'Edit a task',
    access: 'staff',
    params: taskParams,
    body: editTaskInput,
  },
  ({ db, actor, params, body }) => editTask(db, actor, params.id, body),
);

export const DELETE = defineRoute(
  {
    operation: 'deleteTask',
    summary: 'Take a task off the board',
    access: 'staff',
    params: taskParams,
    status: 204,
  },
  ({ db, actor, params }) => deleteTask(db, actor, params.id),
);
