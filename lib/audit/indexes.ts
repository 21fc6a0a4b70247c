import type { CollectionIndexes } from '../db/indexes';

export const AUDIT_INDEXES: readonly CollectionIndexes[] = [
  {
    collection: 'acts',
    indexes: [
      { key: { at: -1, _id: -1 }, name: 'at', serves: 'the journal, newest first' },
      { key: { group: 1, at: -1, _id: -1 }, name: 'group_at', serves: 'the journal by what it is about' },
      { key: { 'by.accountId': 1, at: -1, _id: -1 }, name: 'by_at', serves: 'what somebody did; erasing them' },
      { key: { 'of.subjectId': 1, at: -1, _id: -1 }, name: 'of_at', serves: 'what was done to somebody; erasing them' },
      {
        key: { notice: 1, at: -1, _id: -1 },
        name: 'notice_at',
        partialFilterExpression: { notice: { $exists: true } },
        serves: 'what deserves a look',
      },
      {
        key: { loose: 1, _id: 1 },
        name: 'loose',
        partialFilterExpression: { loose: { $exists: true } },
        serves: 'lines that are not sewn yet',
      },
      {
        key: { seq: 1 },
        name: 'seq',
        unique: true,
        partialFilterExpression: { seq: { $exists: true } },
        serves: 'reading the thread through',
      },
    ],
  },
];
