import type { CollectionIndexes } from '../db/indexes';

export const PARTY_INDEXES: readonly CollectionIndexes[] = [
  {
    collection: 'parties',
    indexes: [
      { key: { day: 1, _id: 1 }, serves: 'parties by the day of their event' },
      { key: { 'members.clientId': 1, day: 1, _id: 1 }, serves: 'the parties of one client' },
      { key: { 'members.orderId': 1, day: 1, _id: 1 }, serves: 'the party of an order' },
      { key: { 'payers.clientId': 1 }, serves: 'what one client pays for' },
    ],
  },
];
