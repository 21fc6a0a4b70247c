import { HOUR_MS } from '../calendar';
import type { Database } from '../db/client';
import { newId } from '../db/ids';
import { publicUrl } from '../mail/public-url';
import { sendMail } from '../mail/send-mail';
import { paths } from '../paths';
import { accounts, tokens } from './documents';
import { hashSecret, newSecret } from './secret-token';

const RESET_MS = HOUR_MS;

/**
 * Sends a link to choose a new password, when the address has an account that is open. Says nothing either way, and the
 * caller does not wait for it, so that the time of the answer says nothing either.
 */
export async function requestReset(db: Database, input: { email: string }): Promise<void> {
  const account = await accounts(db).findOne({ email: input.email, disabled: false });
  if (!account) return;
  const secret = newSecret();
  const now = new Date();
  await tokens(db).insertOne({
    _id: newId(),
    kind: 'reset',
    hash: hashSecret(secret),
    email: account.email,
    accountId: account._id,
    locale: account.locale,
    createdAt: now,
    expiresAt: new Date(now.getTime() + RESET_MS),
  });
  await sendMail(db, {
    to: account.email,
    locale: account.locale,
    template: 'reset',
    data: { name: account.name, url: publicUrl(`/${account.locale}${paths.resetPassword(secret)}`) },
  });
}
