import type { Locale } from '../actor';
import { recordAct } from '../audit/record-act';
import { createAccount } from '../auth/create-account';
import { hashPassword } from '../auth/password';
import { demandPasswordFor } from '../auth/password-strength';
import { hashSecret } from '../auth/secret-token';
import { type Database, inTransaction } from '../db/client';
import { AppError } from '../errors';
import { isKey } from './begin-house';
import { beginnings, OWNERLESS } from './documents';
import type { OpenedHouseDto, OpenHouseInput } from './schemas';

/**
 * Makes the owner of a new house and opens it; of two who come with the key at once, one goes through. Nobody has proved yet that the
 * e-mail address is theirs.
 * @throws AppError token_invalid for another key, one that has served, or a house that has its owner; weak_password
 */
export async function openHouse(db: Database, input: OpenHouseInput, locale: Locale): Promise<OpenedHouseDto> {
  const { key, name, email } = input;
  if (!(await isKey(db, key))) throw new AppError('token_invalid');
  await demandPasswordFor(db, { name, email }, input.password);
  const passwordHash = await hashPassword(input.password);
  return inTransaction(db, async (session) => {
    const { matchedCount } = await beginnings(db).updateOne(
      { ...OWNERLESS, keyHash: hashSecret(key) },
      { $set: { ownedAt: new Date() }, $unset: { keyHash: '' } },
      { session },
    );
    if (matchedCount !== 1) throw new AppError('token_invalid');
    const owner = await createAccount(
      db,
      { email, name, role: 'owner', locale: input.locale ?? locale, passwordHash },
      session,
    );
    await recordAct(db, { kind: 'houseOpened', by: owner._id }, session);
    return { id: owner._id.toHexString(), email: owner.email };
  });
}
