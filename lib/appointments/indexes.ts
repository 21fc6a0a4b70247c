import type { CollectionIndexes } from '../db/indexes';

export const APPOINTMENT_INDEXES: readonly CollectionIndexes[] = [
  {
    collection: 'appointments',
    indexes: [
      { key: { start: 1, _id: 1 }, serves: 'the week of the house' },
      { key: { couturierId: 1, start: 1 }, serves: 'whether a couturier is free, and one person’s week' },
      { key: { clientId: 1, start: 1 }, serves: 'what a client has coming' },
    ],
  },
];
