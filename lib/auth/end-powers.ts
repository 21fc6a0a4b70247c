import type { ClientSession, ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import { accounts, tokens } from './documents';
import { endSessions } from './end-sessions';

/**
 * Ends everything that an account's power gave: its sessions (and with them its sockets), the links that would set another
 * password, the secret address of its calendar. When a password changes, whoever held one of these is out.
 * @param options.except the session that may stay: the one the change was made in
 * @param options.invitations also the invitations the account has sent, when it is closed or loses its role
 */
export async function endPowers(
  db: Database,
  accountId: ObjectId,
  options: { except?: string; invitations?: boolean; session: ClientSession },
): Promise<void> {
  const { except, invitations, session } = options;
  await endSessions(db, accountId, { except, session });
  await tokens(db).updateMany(
    {
      usedAt: { $exists: false },
      $or: [
        { kind: 'reset', accountId },
        ...(invitations ? [{ kind: 'invitation' as const, invitedBy: accountId }] : []),
      ],
    },
    { $set: { usedAt: new Date() } },
    { session },
  );
  await accounts(db).updateOne({ _id: accountId }, { $unset: { calendar: '' } }, { session });
}
