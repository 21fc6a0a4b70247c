import type { Database } from '../db/client';
import { AppError } from '../errors';
import { emailKey } from '../text';
import { type AccountDocument, accounts } from './documents';
import { verifyPassword } from './password';

/**
 * The account behind an address and a password. Takes as long for an address that nobody has.
 * @throws AppError invalid_credentials, whichever of the two was wrong: the answer does not say which addresses exist.
 * account_disabled only to whoever knows the password of the account that is closed.
 */
export async function checkPassword(
  db: Database,
  credentials: { email: string; password: string },
): Promise<AccountDocument> {
  const account = await accounts(db).findOne({ email: emailKey(credentials.email) });
  const right = await verifyPassword(account?.passwordHash, credentials.password);
  if (!account || !right) throw new AppError('invalid_credentials');
  if (account.disabled) throw new AppError('account_disabled');
  return account;
}
