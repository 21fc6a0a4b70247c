import type { CollectionIndexes } from '../db/indexes';

export const NOTIFICATION_INDEXES: CollectionIndexes[] = [
  {
    collection: 'notifications',
    indexes: [
      { key: { accountId: 1, createdAt: -1, _id: -1 }, serves: 'the list of one person, newest first' },
      { key: { accountId: 1, read: 1, group: 1 }, serves: 'the unread count, and replacing the unread one of a group' },
      { key: { clientId: 1 }, sparse: true, serves: 'what was said about one person, erased or merged with them' },
      { key: { mailAt: 1 }, sparse: true, serves: 'the e-mails that are due' },
      { key: { pushAt: 1 }, sparse: true, serves: 'the push messages that are due' },
    ],
  },
  {
    collection: 'pushSubscriptions',
    indexes: [
      { key: { endpoint: 1 }, unique: true, serves: 'a device belongs to whoever asked last' },
      { key: { accountId: 1, createdAt: -1 }, serves: 'the devices of one person, newest first' },
    ],
  },
];
