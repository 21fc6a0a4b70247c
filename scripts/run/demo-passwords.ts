import { randomBytes } from 'node:crypto';
import { accounts, sessions } from '../../lib/auth/documents';
import { hashPassword } from '../../lib/auth/password';
import type { Database } from '../../lib/db/client';
import { demoState } from './demo-state';

/** The password of the demo accounts, which opens them only while nobody elsewhere can reach the house (only-here.ts). */
export const DEMO_PASSWORD = 'demo-couture-2026';

/**
 * Gives the demo accounts the passwords that fit where the app listens: the known one on loopback, a random one anywhere else.
 * Accounts whose password was changed by hand keep theirs.
 * @returns the password when it is new, to be printed once
 */
export async function fitDemoPasswords(db: Database, loopback: boolean): Promise<string | undefined> {
  const state = await demoState(db).findOne({ _id: 'demo' });
  const wanted = loopback ? 'known' : 'random';
  if (!state?.passwordHash || state.passwords === wanted) return undefined;
  const password = loopback ? DEMO_PASSWORD : randomBytes(12).toString('base64url');
  const passwordHash = await hashPassword(password);
  const touched = await accounts(db)
    .find({ passwordHash: state.passwordHash }, { projection: { _id: 1 } })
    .toArray();
  const ids = touched.map(({ _id }) => _id);
  await accounts(db).updateMany({ _id: { $in: ids } }, { $set: { passwordHash, updatedAt: new Date() } });
  await sessions(db).updateMany(
    { accountId: { $in: ids }, revokedAt: { $exists: false } },
    { $set: { revokedAt: new Date() } },
  );
  await demoState(db).updateOne({ _id: 'demo' }, { $set: { passwordHash, passwords: wanted } });
  return password;
}
