import type { Locale } from '../actor';
import { createAccount } from '../auth/create-account';
import { accounts } from '../auth/documents';
import { hashPassword } from '../auth/password';
import type { SignUpInput } from '../auth/schemas';
import { type Database, inTransaction } from '../db/client';
import { isDuplicateKey } from '../db/duplicate-key';
import { newId } from '../db/ids';
import { sendMail } from '../mail/send-mail';
import { createClientFile } from './create-client';

/** What the caller does once the answer has left; so that mail servers say nothing about addresses by their slowness. */
export interface SignUpResult {
  id: string;
  afterwards: () => Promise<void>;
}

/**
 * Opens an account and its client file, both or neither. For an address that is known already nothing is written and
 * the answer looks the same; the address's owner is told by e-mail. A file that a couturier opened with the same
 * address is left alone: an address typed here proves nothing (an invitation does).
 */
export async function signUp(db: Database, input: SignUpInput, locale: Locale): Promise<SignUpResult> {
  const language = input.locale ?? locale;
  // Hashed in either case: the answer takes as long.
  const passwordHash = await hashPassword(input.password);
  const accountId = newId();
  try {
    await inTransaction(db, async (session) => {
      const file = await createClientFile(db, { name: input.name, email: input.email, accountId }, session);
      await createAccount(
        db,
        {
          _id: accountId,
          email: input.email,
          name: input.name,
          role: 'client',
          locale: language,
          passwordHash,
          clientId: file._id,
        },
        session,
      );
    });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return { id: newId().toHexString(), afterwards: () => tellOwner(db, input.email) };
  }
  return {
    id: accountId.toHexString(),
    afterwards: () =>
      sendMail(db, { to: input.email, locale: language, template: 'welcome', data: { name: input.name } }),
  };
}

/** Tells the owner of an address that somebody tried to open an account with it. */
async function tellOwner(db: Database, email: string): Promise<void> {
  const account = await accounts(db).findOne({ email, disabled: false });
  if (account)
    await sendMail(db, {
      to: account.email,
      locale: account.locale,
      template: 'addressKnown',
      data: { name: account.name },
    });
}
