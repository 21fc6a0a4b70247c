import { findMessageClient } from '@/lib/chat/find-message-client';
import { pageDto } from '@/lib/pagination';
import { createTask } from '@/lib/tasks/create-task';
import { listTasks } from '@/lib/tasks/list-tasks';
import { createTaskInput, listTasksQuery, taskDto } from '@/lib/tasks/schemas';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'listTasks',
    response: pageDto(taskDto),
    summary: 'Tasks, column by column in the board’s order',
    access: 'staff',
    query: listTasksQuery,
  },
  ({ db, actor, query }) => listTasks(db, actor, query),
);

export const POST = defineRoute(
  {
    operation: 'createTask',
    response: taskDto,
    summary: 'Add a task at the end of its column',
    access: 'staff',
    body: createTaskInput,
    status: 201,
    idempotent: true,
  },
  ({ db, actor, body }) => createTask(db, actor, body, findMessageClient),
);
