import type { Migration } from './migration';

/** What a house says of itself on invoices, while it says nothing: none is issued. */
const UNSAID = {
  country: '',
  regime: 'unsaid',
  registration: '',
  vatNumber: '',
  legalForm: '',
  capital: '',
  registry: '',
  exemptMention: '',
  lateTerms: '',
  companyDays: 30,
  natures: { piece: 'mixed', metre: 'goods', hour: 'service' },
  rates: {},
  issues: { deposits: true, delivery: true },
};

/** There are invoices now. No order from before has one, and no house has said under which regime it issues them. */
export const invoices: Migration = {
  version: 12,
  name: 'invoices',
  up: async (db) => {
    await db.db.collection('house').updateMany({ tax: { $exists: false } }, { $set: { tax: UNSAID } });
    await db.db.collection('orders').updateMany({ invoices: { $exists: false } }, { $set: { invoices: [] } });
  },
};
