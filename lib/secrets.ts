/** What a secret is for: each use has a key of its own, so that nothing signed for one is worth anything for another. */
export type SecretUse =
  'session' | 'ticket' | 'form' | 'idempotency' | 'device' | 'audit' | 'secondKey' | 'mailStop' | 'browser' | 'archive';

/** A key derived from one root: 32 bytes, and a short name of its root that tells tokens apart. */
export interface DerivedKey {
  kid: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** The same as the Web's cryptography takes it (HS256), made once: a thousand people who come back do not pay for it. */
  verifier: CryptoKey;
}

const encoder = new TextEncoder();
const hex = (bytes: Uint8Array) => [...bytes].map((one) => one.toString(16).padStart(2, '0')).join('');

/** The roots that AUTH_SECRET names, the one that signs first; the others are still believed (docs/keys.md). */
const rootsOf = (secret: string): string[] =>
  secret
    .split(',')
    .map((root) => root.trim())
    .filter(Boolean);

/** HKDF-SHA-256 (RFC 5869) with the Web's own cryptography: the middleware runs where Node's is not. */
async function derive(root: string, use: string, bytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const material = await crypto.subtle.importKey('raw', encoder.encode(root), 'HKDF', false, ['deriveBits']);
  const info = encoder.encode(`fashionflow/1/${use}`);
  const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info };
  return new Uint8Array(await crypto.subtle.deriveBits(how, material, bytes * 8));
}

const known = new Map<string, Promise<DerivedKey[]>>();

/** The keys of one use: the first signs, all are believed. Derived once a process. */
export function keysFor(secret: string, use: SecretUse): Promise<DerivedKey[]> {
  const name = `${use} ${secret}`;
  const derived =
    known.get(name) ??
    Promise.all(
      rootsOf(secret).map(async (root) => {
        const bytes = await derive(root, use, 32);
        const how = { name: 'HMAC', hash: 'SHA-256' };
        const verifier = await crypto.subtle.importKey('raw', bytes, how, false, ['verify']);
        return { kid: hex(await derive(root, 'kid', 6)), bytes, verifier };
      }),
    );
  known.set(name, derived);
  return derived;
}

/**
 * The key that signs now.
 * @throws Error when no secret is set.
 */
export async function signingKey(secret: string, use: SecretUse): Promise<DerivedKey> {
  const [first] = await keysFor(secret, use);
  if (!first) throw new Error('AUTH_SECRET is not set');
  return first;
}

/**
 * The key a token says it was signed with, for `jwtVerify`.
 * @throws Error when its root is not one of ours, or no longer.
 */
export const keyOf =
  (secret: string, use: SecretUse) =>
  async ({ kid }: { kid?: string }): Promise<CryptoKey> => {
    const key = (await keysFor(secret, use)).find((one) => one.kid === kid);
    if (!key) throw new Error('an unknown key');
    return key.verifier;
  };
