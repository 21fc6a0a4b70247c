import { jwtVerify, SignJWT } from 'jose';
import { randomUUID } from 'node:crypto';
import { DAY_SECONDS } from '../calendar';
import { keyOf, signingKey } from '../secrets';
import type { AccountDocument } from './documents';

/** Says that a device has signed in to an account before. It lets nobody in; it only counts its wrong passwords apart. */
export const DEVICE_COOKIE = 'ff-device';
const AUDIENCE = 'fashionflow-device';
export const DEVICE_SECONDS = 365 * DAY_SECONDS;

/** A proof that this device has been in: for this account only, told apart from its other devices. */
export async function signDevice(secret: string, accountId: string): Promise<string> {
  const { kid, bytes } = await signingKey(secret, 'device');
  return new SignJWT({})
    .setProtectedHeader({ alg: 'HS256', kid })
    .setSubject(accountId)
    .setJti(randomUUID())
    .setAudience(AUDIENCE)
    .setIssuedAt()
    .setExpirationTime(`${DEVICE_SECONDS}s`)
    .sign(bytes);
}

/** Account and name of a device that has been in before; `null` for anything else. */
export async function readDevice(
  secret: string,
  token: string | undefined,
): Promise<{ accountId: string; id: string } | null> {
  if (!token) return null;
  try {
    const { payload } = await jwtVerify(token, keyOf(secret, 'device'), {
      audience: AUDIENCE,
      algorithms: ['HS256'],
    });
    return payload.sub && payload.jti ? { accountId: payload.sub, id: payload.jti } : null;
  } catch {
    return null;
  }
}

/** Whether this device has been in with this very account. */
export const isKnownDevice = async (
  secret: string,
  account: Pick<AccountDocument, '_id'>,
  token: string | undefined,
): Promise<boolean> => (await readDevice(secret, token))?.accountId === account._id.toHexString();
