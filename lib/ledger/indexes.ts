import type { CollectionIndexes } from '../db/indexes';

export const LEDGER_INDEXES: readonly CollectionIndexes[] = [
  {
    collection: 'ledgerEntries',
    indexes: [
      {
        key: { kind: 1, year: 1, n: 1 },
        unique: true,
        serves: 'a number is given once; a series from its first entry on',
      },
      { key: { 'body.order.id': 1, at: 1 }, serves: 'what was entered for an order' },
    ],
  },
];
