import type { Traces } from '../traces';
import { acts } from './documents';

/**
 * The owner's journal. A line stays when its person is erased, without who it was and where they were; the thread covers
 * digests only, so it still holds.
 */
export const auditTraces: Traces = {
  fields: { acts: ['by.accountId', 'of.subjectId'] },
  erase: async (db, { clientId, accountId, session }) => {
    const ids = accountId ? [clientId, accountId] : [clientId];
    await acts(db).updateMany({ 'by.accountId': { $in: ids } }, { $unset: { by: '', where: '' } }, { session });
    await acts(db).updateMany({ 'of.subjectId': { $in: ids } }, { $unset: { of: '' } }, { session });
  },
  // What was done to the file that goes was done to this person; the line of the merge itself says when that came to be.
  move: async (db, { from, into, session }) => {
    await acts(db).updateMany(
      { 'of.subjectId': from.clientId },
      { $set: { 'of.subjectId': into.clientId, 'of.moved': true } },
      { session },
    );
  },
};
