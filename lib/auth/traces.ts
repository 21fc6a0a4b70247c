import { jsonEntry } from '../archive-entry';
import type { Traces } from '../traces';
import { accounts, sessions, tokens } from './documents';
import { getMe } from './get-me';
import { listSessions } from './list-sessions';

/** The account with its calendar address, its devices, and the links that were sent by e-mail. */
export const authTraces: Traces = {
  fields: {
    accounts: ['_id', 'email', 'clientId'],
    sessions: ['accountId'],
    tokens: ['email', 'accountId', 'clientId'],
  },
  erase: async (db, { clientId, accountId, emails, session }) => {
    await tokens(db).deleteMany({ $or: [{ clientId }, { email: { $in: [...emails] } }] }, { session });
    if (!accountId) return;
    await sessions(db).deleteMany({ accountId }, { session });
    await accounts(db).deleteOne({ _id: accountId }, { session });
  },
  export: async function* (db, { actor }) {
    yield jsonEntry('account.json', {
      account: await getMe(db, actor),
      devices: (await listSessions(db, actor)).items,
    });
  },
  move: async (db, { from, into, now, session }) => {
    if (from.accountId)
      await accounts(db).updateOne(
        { _id: from.accountId },
        { $set: { clientId: into.clientId, updatedAt: now }, $inc: { version: 1 } },
        { session },
      );
    // An invitation that is under way opens the file that stays, unless that one has its person already.
    await tokens(db).updateMany(
      { kind: 'invitation', clientId: from.clientId, usedAt: { $exists: false } },
      { $set: into.accountId ? { usedAt: now } : { clientId: into.clientId } },
      { session },
    );
  },
  /** Who is invited is expected at this very file. */
  using: (db, ids, session) =>
    tokens(db).distinct('clientId', { kind: 'invitation', clientId: { $in: [...ids] } }, { session }),
};
