import type { Migration } from './migration';

/** A house from before its pages could quote its clients starts with no quotation. */
export const houseSettings: Migration = {
  version: 1,
  name: 'house-settings',
  up: async (db) => {
    await db.db.collection('house').updateMany({ clientWords: { $exists: false } }, { $set: { clientWords: [] } });
  },
};
