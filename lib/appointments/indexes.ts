import { DAY_SECONDS } from '../calendar';
import type { CollectionIndexes } from '../db/indexes';

export const APPOINTMENT_INDEXES: readonly CollectionIndexes[] = [
  {
    collection: 'appointmentReminders',
    indexes: [
      {
        key: { appointmentId: 1, start: 1, before: 1 },
        unique: true,
        serves: 'a reminder of one hour goes out once, whoever sends it',
      },
      {
        key: { start: 1 },
        expireAfterSeconds: 7 * DAY_SECONDS,
        serves: 'forgetting what was reminded of, after a week',
      },
    ],
  },
  {
    collection: 'appointments',
    indexes: [
      { key: { start: 1, _id: 1 }, serves: 'the week of the house' },
      { key: { couturierId: 1, start: 1, _id: 1 }, serves: 'whether a couturier is free, and one person’s week' },
      { key: { clientId: 1, start: 1, _id: 1 }, serves: 'what a client has coming' },
      { key: { orderId: 1, start: 1, _id: 1 }, serves: 'the fittings of one order' },
    ],
  },
];
