import type { Database } from '../db/client';
import { consume, forgive, type RateRule, refund } from '../rate-limit';
import { accounts } from './documents';
import { readDevice } from './known-device';
import { LIMITS } from '../limits';

/** Who tries to come in, before anything is known to be true. */
export interface Guess {
  email: string;
  address: string;
  /** The proof of a device that has been in, as it was sent. */
  device?: string;
}

/**
 * Counts one try at a password. A device that has been in before has its own count; any other is counted for this account
 * and its address, and with all other addresses together: wrong tries from elsewhere keep nobody out of their own devices.
 * @returns what to do when the try was right: its points are given back
 * @throws AppError rate_limited.
 */
export async function countGuess(db: Database, secret: string, guess: Guess): Promise<() => Promise<void>> {
  const device = await readDevice(secret, guess.device);
  const account = device && (await accounts(db).findOne({ email: guess.email }, { projection: { _id: 1 } }));
  if (device && account?._id.toHexString() === device.accountId) {
    await consume(db, LIMITS.signInDevice, device.id);
    return () => forgive(db, LIMITS.signInDevice, device.id);
  }
  const here: [RateRule, string] = [LIMITS.signInAccount, `${guess.email} ${guess.address}`];
  await consume(db, ...here);
  await consume(db, LIMITS.signInEverywhere, guess.email);
  return async () => {
    await forgive(db, ...here);
    await refund(db, LIMITS.signInEverywhere, guess.email);
  };
}
