import type { Migration } from './migration';

/** What a house says of itself on its legal pages while it has said nothing. */
const UNSAID = {
  director: '',
  hostName: '',
  hostAddress: '',
  hostPhone: '',
  mediatorName: '',
  mediatorAddress: '',
  mediatorSite: '',
  advance: 'workKept',
  ownTerms: { fr: '', en: '' },
};

/** The legal pages are made from settings now. No house from before has said any of it. */
export const legal: Migration = {
  version: 13,
  name: 'legal',
  up: async (db) => {
    await db.db.collection('house').updateMany({ legal: { $exists: false } }, { $set: { legal: UNSAID } });
  },
};
