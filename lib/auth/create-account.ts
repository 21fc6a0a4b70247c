import type { ClientSession, ObjectId } from 'mongodb';
import type { Locale, Role } from '../actor';
import type { Database } from '../db/client';
import { newId } from '../db/ids';
import { emailKey } from '../text';
import { type AccountDocument, accounts, type StaffProfile } from './documents';

export interface NewAccount {
  _id?: ObjectId;
  email: string;
  name: string;
  role: Role;
  locale: Locale;
  passwordHash?: string;
  googleId?: string;
  emailProvedAt?: Date;
  clientId?: ObjectId;
  profile?: StaffProfile;
  createdAt?: Date;
}

/** What a new couturier's public page starts with. */
const EMPTY_PROFILE: StaffProfile = {
  speciality: { fr: '', en: '' },
  bio: { fr: '', en: '' },
  available: true,
  weeklyHours: 35,
  workingDays: [1, 2, 3, 4, 5],
};

/**
 * Writes an account.
 * @throws a duplicate key (isDuplicateKey) when the address has one already; callers decide what that may reveal.
 */
export async function createAccount(
  db: Database,
  input: NewAccount,
  session?: ClientSession,
): Promise<AccountDocument> {
  const now = input.createdAt ?? new Date();
  const account: AccountDocument = {
    _id: input._id ?? newId(),
    email: emailKey(input.email),
    name: input.name,
    role: input.role,
    locale: input.locale,
    passwordHash: input.passwordHash,
    googleId: input.googleId,
    emailProvedAt: input.emailProvedAt,
    disabled: false,
    clientId: input.clientId,
    profile: input.role === 'client' ? undefined : (input.profile ?? EMPTY_PROFILE),
    createdAt: now,
    updatedAt: now,
    version: 1,
  };
  await accounts(db).insertOne(account, { session });
  return account;
}
