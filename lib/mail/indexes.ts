import { DAY_SECONDS } from '../calendar';
import type { CollectionIndexes } from '../db/indexes';

export const MAIL_INDEXES: readonly CollectionIndexes[] = [
  {
    collection: 'mails',
    indexes: [
      {
        key: { createdAt: 1 },
        name: 'createdAt',
        expireAfterSeconds: 90 * DAY_SECONDS,
        serves: 'forgetting what was sent, after ninety days',
      },
    ],
  },
];
