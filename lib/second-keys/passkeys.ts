import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { ObjectId } from 'mongodb';
import { MINUTE_MS } from '../calendar';
import type { Database } from '../db/client';
import { type PasskeyRecord, type SecondKeysDocument, secondKeys } from './documents';

/** The address the browser is at: passkeys are for its host, and it signs which page asked. */
export interface Site {
  origin: string;
}
const hostOf = ({ origin }: Site): string => new URL(origin).hostname;
const CHALLENGE_MS = 5 * MINUTE_MS;

type Transports = NonNullable<
  Parameters<typeof generateAuthenticationOptions>[0]['allowCredentials']
>[number]['transports'];
const named = (keys: SecondKeysDocument | null) =>
  (keys?.passkeys ?? []).map(({ id, transports }) => ({ id, transports: transports as Transports }));

/** Keeps what is to be signed, for five minutes and one answer; the one before counts no more. */
async function ask(db: Database, accountId: ObjectId, value: string, use: 'add' | 'enter'): Promise<void> {
  await secondKeys(db).updateOne(
    { _id: accountId },
    {
      $set: { challenge: { value, use, until: new Date(Date.now() + CHALLENGE_MS) }, updatedAt: new Date() },
      $setOnInsert: { passkeys: [], codes: [] },
    },
    { upsert: true },
  );
}

/** What was asked, taken away with the first answer. */
async function takeChallenge(db: Database, accountId: ObjectId, use: 'add' | 'enter'): Promise<string | undefined> {
  const before = await secondKeys(db).findOneAndUpdate(
    { _id: accountId, 'challenge.use': use, 'challenge.until': { $gt: new Date() } },
    { $unset: { challenge: '' } },
    { returnDocument: 'before' },
  );
  return before?.challenge?.value;
}

/** What a browser needs to make a passkey for this account here. */
export async function askForNewPasskey(
  db: Database,
  person: { id: ObjectId; name: string; email: string },
  site: Site,
  house: string,
): Promise<{ challenge: string }> {
  const options = await generateRegistrationOptions({
    rpName: house,
    rpID: hostOf(site),
    userName: person.email,
    userDisplayName: person.name,
    userID: new Uint8Array(person.id.id),
    attestationType: 'none',
    excludeCredentials: named(await secondKeys(db).findOne({ _id: person.id })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  });
  await ask(db, person.id, options.challenge, 'add');
  return { ...options };
}

/** The passkey of an answer; `undefined` for one that was not asked for here, or does not hold. */
export async function readNewPasskey(
  db: Database,
  accountId: ObjectId,
  answer: unknown,
  site: Site,
): Promise<Omit<PasskeyRecord, 'name' | 'createdAt'> | undefined> {
  const expectedChallenge = await takeChallenge(db, accountId, 'add');
  if (!expectedChallenge) return undefined;
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: answer as RegistrationResponseJSON,
      expectedChallenge,
      expectedOrigin: site.origin,
      expectedRPID: hostOf(site),
      requireUserVerification: false,
    });
    if (!verified) return undefined;
    const { id, publicKey, counter, transports } = registrationInfo.credential;
    return { id, publicKey: Buffer.from(publicKey).toString('base64url'), counter, transports: transports ?? [] };
  } catch {
    return undefined;
  }
}

/** What a browser needs to show one of these passkeys. */
export async function askForPasskey(
  db: Database,
  keys: SecondKeysDocument,
  site: Site,
): Promise<{ challenge: string }> {
  const options = await generateAuthenticationOptions({
    rpID: hostOf(site),
    allowCredentials: named(keys),
    userVerification: 'preferred',
  });
  await ask(db, keys._id, options.challenge, 'enter');
  return { ...options };
}

/** Whether an answer was signed by one of these passkeys, for this page, now. A counter that goes back is a copied key. */
export async function spendPasskey(
  db: Database,
  keys: SecondKeysDocument,
  answer: unknown,
  site: Site,
): Promise<boolean> {
  const response = answer as AuthenticationResponseJSON;
  const key = keys.passkeys.find(({ id }) => id === response.id);
  const expectedChallenge = await takeChallenge(db, keys._id, 'enter');
  if (!key || !expectedChallenge) return false;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge,
      expectedOrigin: site.origin,
      expectedRPID: hostOf(site),
      requireUserVerification: false,
      credential: {
        id: key.id,
        publicKey: new Uint8Array(Buffer.from(key.publicKey, 'base64url')),
        counter: key.counter,
        transports: key.transports as Transports,
      },
    });
    if (!verified) return false;
    const passkeys = keys.passkeys.map((one) =>
      one.id === key.id ? { ...one, counter: authenticationInfo.newCounter, usedAt: new Date() } : one,
    );
    // Changed meanwhile, they are shown again: nothing that was added at this moment is written over.
    const written = await secondKeys(db).updateOne(
      { _id: keys._id, updatedAt: keys.updatedAt },
      { $set: { passkeys } },
    );
    return written.matchedCount === 1;
  } catch {
    return false;
  }
}
