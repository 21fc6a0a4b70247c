import type { ClientSession, ObjectId } from 'mongodb';
import { recordAct } from '../audit/record-act';
import { type Database, inTransaction } from '../db/client';
import { newId } from '../db/ids';
import { AppError } from '../errors';
import { isDuplicateKey } from '../db/duplicate-key';
import { createAccount } from './create-account';
import { hashPassword } from './password';
import { demandPasswordFor } from './password-strength';
import { findToken, spendToken } from './spend-token';

/** What the clients' domain does for an invited client: links the file they were invited for, or opens one. */
export type LinkClientFile = (
  db: Database,
  person: { accountId: ObjectId; clientId?: ObjectId; name: string; email: string },
  session: ClientSession,
) => Promise<ObjectId>;

/**
 * Makes the account an invitation promised. Having come through the mailbox, its address is proved;
 * one that was handed over proves none.
 * @param linkClientFile given by the caller, because clients know accounts and not the reverse
 * @throws AppError token_invalid, weak_password
 */
export async function acceptInvitation(
  db: Database,
  input: { token: string; name: string; password: string },
  linkClientFile: LinkClientFile,
): Promise<{ id: string; email: string }> {
  const invited = await findToken(db, 'invitation', input.token);
  if (!invited) throw new AppError('token_invalid');
  await demandPasswordFor(db, { name: input.name, email: invited.email }, input.password);
  const passwordHash = await hashPassword(input.password);
  try {
    return await inTransaction(db, async (session) => {
      const token = await spendToken(db, 'invitation', input.token, session);
      const role = token.role ?? 'client';
      const accountId = newId();
      const clientId =
        role === 'client'
          ? await linkClientFile(
              db,
              { accountId, clientId: token.clientId, name: input.name, email: token.email },
              session,
            )
          : undefined;
      const account = await createAccount(
        db,
        {
          _id: accountId,
          email: token.email,
          name: input.name,
          role,
          locale: token.locale,
          passwordHash,
          emailProvedAt: token.handed ? undefined : new Date(),
          clientId,
        },
        session,
      );
      await recordAct(db, { kind: 'invitationAccepted', by: account._id, detail: { to: role } }, session);
      return { id: account._id.toHexString(), email: account.email };
    });
  } catch (error) {
    // The address got an account in the meantime, or the file one: the invitation has nothing left to give.
    if (isDuplicateKey(error)) throw new AppError('token_invalid', { cause: error });
    throw error;
  }
}
