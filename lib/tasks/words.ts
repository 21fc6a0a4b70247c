export const TASK_STATUSES = ['todo', 'doing', 'blocked', 'done'] as const;
/** What is not done yet. */
export const OPEN_STATUSES = ['todo', 'doing', 'blocked'] as const;
export type TaskStatus = (typeof TASK_STATUSES)[number];
export const TASK_PRIORITIES = ['low', 'normal', 'high'] as const;
export type TaskPriority = (typeof TASK_PRIORITIES)[number];
