import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { env } from '../env';
import { keysFor, signingKey } from '../secrets';

const secretOfHouse = (): string => env().AUTH_SECRET ?? '';

/** Seals a text for the database (AES-256-GCM), so that a stolen copy of it signs nobody in. */
export async function seal(text: string): Promise<string> {
  const { kid, bytes } = await signingKey(secretOfHouse(), 'secondKey');
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', bytes, nonce);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return [
    kid,
    nonce.toString('base64url'),
    cipher.getAuthTag().toString('base64url'),
    sealed.toString('base64url'),
  ].join('.');
}

/** A sealed text; `undefined` where its root is gone. `old`: it was sealed with a root that signs no more. */
export async function unseal(sealed: string): Promise<{ text: string; old: boolean } | undefined> {
  const [kid, nonce = '', tag = '', data = ''] = sealed.split('.');
  const keys = await keysFor(secretOfHouse(), 'secondKey');
  const at = keys.findIndex((key) => key.kid === kid);
  const key = keys[at];
  if (!key) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key.bytes, Buffer.from(nonce, 'base64url'));
  decipher.setAuthTag(Buffer.from(tag, 'base64url'));
  const text = Buffer.concat([decipher.update(Buffer.from(data, 'base64url')), decipher.final()]).toString('utf8');
  return { text, old: at > 0 };
}

/** The keyed hashes a recovery code may be kept under: one a root, the one that signs first. */
export async function hashesOf(code: string): Promise<string[]> {
  const keys = await keysFor(secretOfHouse(), 'secondKey');
  const plain = code.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return keys.map(({ bytes }) => createHmac('sha256', bytes).update(`code ${plain}`).digest('base64url'));
}
