import { Secret, TOTP } from 'otpauth';
import type { Database } from '../db/client';
import { type SecondKeysDocument, secondKeys } from './documents';
import { seal, unseal } from './sealed';

const PERIOD = 30;

const totp = (base32: string, label = '', issuer = 'FashionFlow') =>
  new TOTP({ secret: Secret.fromBase32(base32), issuer, label, period: PERIOD, digits: 6, algorithm: 'SHA1' });

/** A new secret of 160 bits (RFC 4226) and the address that an app reads it from. */
export function newAppSecret(account: string, house: string): { secret: string; uri: string } {
  const secret = new Secret({ size: 20 }).base32;
  return { secret, uri: totp(secret, account, house).toString() };
}

/** The half minute a code belongs to: the present one, or one beside it; `undefined` for a wrong code. */
export function stepOf(base32: string, code: string, now = Date.now()): number | undefined {
  const delta = totp(base32).validate({ token: code, window: 1, timestamp: now });
  return delta === null ? undefined : Math.floor(now / 1000 / PERIOD) + delta;
}

/**
 * Whether an app's code lets somebody in. A half minute counts once: whoever reads the code over a shoulder comes too late.
 * A secret that an older root sealed is sealed anew.
 */
export async function spendAppCode(db: Database, keys: SecondKeysDocument, code: string): Promise<boolean> {
  const opened = keys.app && (await unseal(keys.app.sealed));
  if (!opened) return false;
  const step = stepOf(opened.text, code);
  if (step === undefined) return false;
  const spent = await secondKeys(db).updateOne(
    { _id: keys._id, 'app.step': { $lt: step } },
    { $set: { 'app.step': step, ...(opened.old ? { 'app.sealed': await seal(opened.text) } : {}) } },
  );
  return spent.modifiedCount === 1;
}
