import { DAY_SECONDS } from '../calendar';
import type { CollectionIndexes } from '../db/indexes';
import { UNDO_DAYS } from './undo-rules';

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
  {
    collection: 'clientImports',
    indexes: [
      {
        key: { at: 1 },
        name: 'at',
        expireAfterSeconds: UNDO_DAYS * DAY_SECONDS,
        serves: 'the imports that can be taken back, newest first; forgetting the others',
      },
    ],
  },
  {
    collection: 'clientImportSteps',
    indexes: [
      { key: { importId: 1, _id: -1 }, name: 'importId', serves: 'what one import did, the last thing first' },
      { key: { clientId: 1 }, name: 'clientId', serves: 'what imports did to one file, erased or merged' },
      {
        key: { at: 1 },
        name: 'at',
        expireAfterSeconds: UNDO_DAYS * DAY_SECONDS,
        serves: 'forgetting what can no longer be taken back',
      },
    ],
  },
];
