import type { CollectionIndexes } from '../db/indexes';

export const MAIL_INDEXES: readonly CollectionIndexes[] = [
  {
    collection: 'mails',
    indexes: [
      {
        key: { createdAt: 1 },
        name: 'createdAt',
        expireAfterSeconds: 90 * 24 * 60 * 60,
        serves: 'forgetting what was sent, after ninety days',
      },
    ],
  },
];
