import type { Locale } from '../actor';
import { createAccount } from '../auth/create-account';
import { type AccountDocument, accounts } from '../auth/documents';
import { endSessions } from '../auth/end-sessions';
import { type Database, inTransaction } from '../db/client';
import { newId } from '../db/ids';
import { AppError } from '../errors';
import { emailKey } from '../text';
import { createClientFile } from './create-client';
import { ownNameOr } from './demand-own-name';

export interface GooglePerson {
  googleId: string;
  email: string;
  emailVerified: boolean;
  name: string;
}

/**
 * The account of a person Google vouches for, made when there is none; `null` when Google has not verified the address.
 *
 * An account that somebody opened with this address without ever proving it loses its password and its sessions here:
 * else whoever squatted the address beforehand would keep a key to its rightful owner's account.
 * @throws AppError account_disabled
 */
export async function signInWithGoogle(
  db: Database,
  person: GooglePerson,
  locale: Locale,
): Promise<AccountDocument | null> {
  if (!person.emailVerified) return null;
  const email = emailKey(person.email);
  return inTransaction(db, async (session) => {
    const known =
      (await accounts(db).findOne({ googleId: person.googleId }, { session })) ??
      (await accounts(db).findOne({ email }, { session }));
    if (known?.disabled) throw new AppError('account_disabled');
    if (known?.googleId === person.googleId) return known;
    const now = new Date();
    if (!known) {
      const _id = newId();
      const name = await ownNameOr(db, person.name, email);
      const file = await createClientFile(db, { name, email, accountId: _id }, session);
      return createAccount(
        db,
        {
          _id,
          email,
          name,
          role: 'client',
          locale,
          googleId: person.googleId,
          emailProvedAt: now,
          clientId: file._id,
        },
        session,
      );
    }
    const squatted = known.emailProvedAt === undefined;
    if (squatted) await endSessions(db, known._id, { session });
    return accounts(db).findOneAndUpdate(
      { _id: known._id },
      {
        $set: { googleId: person.googleId, emailProvedAt: known.emailProvedAt ?? now, updatedAt: now },
        $inc: { version: 1 },
        ...(squatted ? { $unset: { passwordHash: '' as const } } : {}),
      },
      { session, returnDocument: 'after' },
    );
  });
}
