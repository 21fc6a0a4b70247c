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
      { key: { at: -1, _id: -1 }, name: 'at', serves: 'the ledger, newest first; its first day' },
      { key: { kind: 1, at: -1, _id: -1 }, name: 'kind_at', serves: 'the ledger by what it is' },
      {
        key: { 'body.span': 1, 'body.period': 1 },
        name: 'closings',
        serves: 'what is closed; what a month is made of',
      },
      { key: { 'body.refersTo': 1 }, name: 'refersTo', serves: 'what was countered' },
    ],
  },
  {
    collection: 'ledgerPapers',
    indexes: [{ key: { of: 1 }, unique: true, serves: 'the paper of an entry, made once' }],
  },
];
