import type { Migration } from './migration';

/** A house from before there were feasts counts no week less than another, until its owner says which. */
export const feasts: Migration = {
  version: 11,
  name: 'feasts',
  up: async (db) => {
    await db.db.collection('house').updateMany({ feasts: { $exists: false } }, { $set: { feasts: [] } });
  },
};
