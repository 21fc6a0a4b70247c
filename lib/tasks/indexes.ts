import type { CollectionIndexes } from '../db/indexes';

export const TASK_INDEXES: readonly CollectionIndexes[] = [
  {
    collection: 'tasks',
    indexes: [
      { key: { status: 1, position: 1, _id: 1 }, serves: 'a column of the board in its order' },
      { key: { assigneeId: 1, status: 1, position: 1, _id: 1 }, serves: 'what one person has to do' },
      { key: { search: 1, status: 1, position: 1, _id: 1 }, serves: 'the search of tasks, in the order of the board' },
      { key: { dueDate: 1 }, serves: 'the work of a week' },
      { key: { status: 1, doneAt: 1 }, serves: 'what was done of late, on the board' },
      { key: { assigneeId: 1, doneAt: 1 }, serves: 'what one person has done this week' },
      { key: { clientId: 1, status: 1, position: 1, _id: 1 }, serves: 'the tasks of one client' },
      { key: { orderId: 1, status: 1, position: 1, _id: 1 }, serves: 'the tasks of one order' },
      {
        key: { orderId: 1, templateKey: 1 },
        unique: true,
        partialFilterExpression: { templateKey: { $exists: true } },
        serves: 'each step of a garment’s template once per order',
      },
    ],
  },
];
