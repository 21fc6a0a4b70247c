import { listEntry } from '../archive-entry';
import type { Traces } from '../traces';
import { ledgerEntries } from './documents';

/**
 * The ledger names a client as the paper of their payment does, and an order by its number; no id of a person. Nothing of it goes
 * when the person does: books and their vouchers are kept for ten years (Code de commerce, art. L123-22), to which the right
 * to erasure gives way (GDPR, art. 17, 3 b), and an entry without its name would no longer be the one that was sealed. Two files
 * that become one leave it as it is: it says what was true on its day, and the order says whose it is now.
 */
export const ledgerTraces: Traces = {
  fields: {},
  erase: async () => undefined,
  export: async function* (db, { holders }) {
    const theirs = { 'body.order.id': { $in: holders.map((id) => id.toHexString()) } };
    const found = ledgerEntries(db)
      .find(theirs, { projection: { _id: 0 } })
      .sort({ at: 1 });
    yield listEntry('ledger.json', found);
  },
};
