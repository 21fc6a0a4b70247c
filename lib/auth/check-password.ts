import type { Database } from '../db/client';
import { AppError } from '../errors';
import { type AccountDocument, accounts } from './documents';
import { verifyPassword } from './password';

/**
 * The account behind an address and a password. Takes as long for an address that nobody has.
 * @throws AppError invalid_credentials, whichever of the two was wrong and also for a disabled account: the answer does
 * not say which addresses exist.
 */
export async function checkPassword(
  db: Database,
  credentials: { email: string; password: string },
): Promise<AccountDocument> {
  const account = await accounts(db).findOne({ email: credentials.email.trim().toLowerCase() });
  const right = await verifyPassword(account?.passwordHash, credentials.password);
  if (!account || !right || account.disabled) throw new AppError('invalid_credentials');
  return account;
}
