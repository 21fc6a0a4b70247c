import type { CollectionIndexes } from '../db/indexes';

export const CLIENT_INDEXES: readonly CollectionIndexes[] = [
  {
    collection: 'clients',
    indexes: [
      { key: { archived: 1, sortName: 1, _id: 1 }, serves: 'the list of files in the order of names' },
      { key: { archived: 1, tags: 1, sortName: 1, _id: 1 }, serves: 'the list of one tag' },
      { key: { archived: 1, search: 1, sortName: 1, _id: 1 }, serves: 'the search of files, in the order of names' },
      { key: { search: 1 }, serves: 'the names that the search of orders and conversations asks for' },
      {
        key: { accountId: 1 },
        unique: true,
        partialFilterExpression: { accountId: { $exists: true } },
        serves: 'the file of an account, and one file only',
      },
    ],
  },
  {
    collection: 'mergedClients',
    indexes: [{ key: { intoId: 1 }, serves: 'the files that went into one that is merged or erased in its turn' }],
  },
  {
    collection: 'measurementSets',
    indexes: [{ key: { clientId: 1, takenAt: -1, _id: -1 }, serves: 'the history of a client, newest first' }],
  },
];
