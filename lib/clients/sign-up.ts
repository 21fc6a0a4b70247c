import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { ObjectId } from 'mongodb';
import type { Locale } from '../actor';
import { createAccount } from '../auth/create-account';
import { accounts } from '../auth/documents';
import { hashPassword } from '../auth/password';
import { demandPasswordFor } from '../auth/password-strength';
import { newAddressProof } from '../auth/prove-address';
import type { SignUpInput } from '../auth/schemas';
import { type Database, inTransaction } from '../db/client';
import { isDuplicateKey } from '../db/duplicate-key';
import { sendMail } from '../mail/send-mail';
import { createClientFile } from './create-client';
import { demandOwnName } from './demand-own-name';

/** What the caller does once the answer has left; so that mail servers say nothing about addresses by their slowness. */
export interface SignUpResult {
  id: string;
  afterwards: () => Promise<void>;
}

/** An answer takes this long at least, so that its time does not say whether two documents were written. */
const ANSWER_MS = 300;

/**
 * Opens an account and its client file, both or neither. For an address that is known already nothing is written and
 * the answer looks the same; the address's owner is told by e-mail. A file that a couturier opened with the same
 * address is left alone: an address typed here proves nothing (an invitation does).
 * @throws AppError weak_password, name_reserved; for a known address and a new one alike.
 */
export async function signUp(db: Database, input: SignUpInput, locale: Locale): Promise<SignUpResult> {
  await demandOwnName(db, input.name);
  await demandPasswordFor(db, input, input.password);
  const [result] = await Promise.all([openAccount(db, input, locale), pause(ANSWER_MS)]);
  return result;
}

async function openAccount(db: Database, input: SignUpInput, locale: Locale): Promise<SignUpResult> {
  const language = input.locale ?? locale;
  // Hashed in either case: the answer takes as long.
  const passwordHash = await hashPassword(input.password);
  // Not counted up from the one before: its step would say whether a document was written in between.
  const accountId = new ObjectId(randomBytes(12));
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
    return { id: accountId.toHexString(), afterwards: () => tellOwner(db, input.email) };
  }
  return {
    id: accountId.toHexString(),
    afterwards: () => welcome(db, { id: accountId, email: input.email, locale: language, name: input.name }),
  };
}

async function welcome(
  db: Database,
  { name, ...account }: { id: ObjectId; email: string; locale: Locale; name: string },
): Promise<void> {
  const url = await newAddressProof(db, account);
  await sendMail(db, { to: account.email, locale: account.locale, template: 'welcome', data: { name, url } });
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
