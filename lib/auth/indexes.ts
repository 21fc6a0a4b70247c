import { DAY_SECONDS } from '../calendar';
import type { CollectionIndexes } from '../db/indexes';

export const AUTH_INDEXES: readonly CollectionIndexes[] = [
  {
    collection: 'accounts',
    indexes: [
      { key: { email: 1 }, name: 'email', unique: true, serves: 'sign-in; one account an address' },
      { key: { role: 1, createdAt: 1, _id: 1 }, serves: 'the lists of couturiers and of staff, as they joined' },
      {
        key: { googleId: 1 },
        name: 'googleId',
        unique: true,
        partialFilterExpression: { googleId: { $exists: true } },
        serves: 'signing in with Google',
      },
      {
        key: { clientId: 1 },
        name: 'clientId',
        unique: true,
        partialFilterExpression: { clientId: { $exists: true } },
        serves: 'one account a client file',
      },
      {
        key: { 'calendar.hash': 1 },
        name: 'calendar',
        unique: true,
        partialFilterExpression: { 'calendar.hash': { $exists: true } },
        serves: 'whose appointments a calendar app may read',
      },
    ],
  },
  {
    collection: 'sessions',
    indexes: [
      { key: { accountId: 1, lastSeenAt: -1, _id: 1 }, serves: 'my devices; ending all of them' },
      { key: { expiresAt: 1 }, name: 'expiresAt', expireAfterSeconds: DAY_SECONDS, serves: 'forgetting past sessions' },
    ],
  },
  {
    collection: 'tokens',
    indexes: [
      { key: { hash: 1 }, name: 'hash', unique: true, serves: 'opening a link' },
      { key: { kind: 1, expiresAt: 1 }, name: 'kind_expiresAt', serves: 'the open invitations' },
      {
        key: { expiresAt: 1 },
        name: 'expiresAt',
        expireAfterSeconds: 30 * DAY_SECONDS,
        serves: 'forgetting old links',
      },
    ],
  },
];
