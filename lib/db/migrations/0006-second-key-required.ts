import type { Migration } from './migration';

/** A house from before there were second keys asks nobody for one. */
export const secondKeyRequired: Migration = {
  version: 6,
  name: 'second-key-required',
  up: async (db) => {
    const before = { secondKeyRequired: { $exists: false } };
    await db.db.collection('house').updateMany(before, { $set: { secondKeyRequired: false } });
  },
};
