import type { Document } from 'mongodb';
import { escapePattern } from '../text';
import type { Traces } from '../traces';

/**
 * What the entry points remember for a while: answers kept for a call that is sent twice (a day; by whoever, about this person),
 * and tries that are counted (an hour at most).
 */
export const recordTraces: Traces = {
  fields: { idempotencyKeys: ['_id', 'answer.body'], rateLimits: ['key'] },
  erase: async (db, { clientId, accountId, emails, session }) => {
    const ids = [clientId, accountId].flatMap((id) => (id ? [id.toHexString()] : []));
    const named = { $regex: [...ids, ...emails].map(escapePattern).join('|') };
    await db.db
      .collection<Document & { _id: string }>('idempotencyKeys')
      .deleteMany({ $or: [{ _id: named }, { 'answer.body': named }] }, { session });
    await db.db.collection('rateLimits').deleteMany({ key: named }, { session });
  },
};
