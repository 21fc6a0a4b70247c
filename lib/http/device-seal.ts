import { xchacha20poly1305 } from '@noble/ciphers/chacha';
import { randomBytes } from '@noble/ciphers/webcrypto';
import { DAY_MS } from '../calendar';

/** Before what is sealed; what a browser kept from an earlier version has no such mark. */
const MARK = 's1.';
const NONCE = 24;
/** What nobody came back to for so long is forgotten. */
const KEPT_DAYS = 30;

/** The keys of the accounts this page was made for, the newest first. In memory only: they go with the page. */
const keys = new Map<string, readonly Uint8Array[]>();
const text = { bytes: new TextEncoder(), words: new TextDecoder() };

const toText = (bytes: Uint8Array): string => {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
};
const toBytes = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
const today = (): number => Math.floor(Date.now() / DAY_MS);

/**
 * Takes over the keys with which this browser seals what it keeps for an account: the house hands them to a signed-in page only
 * (lib/auth/device-keys.ts). Without them what is kept cannot be read, and nothing is kept.
 * @param handed one or more keys in base64, separated by commas
 */
export function takeDeviceKeys(account: string, handed: string): void {
  // On the server a page is made for everybody in one process: nothing is held there.
  if (typeof window === 'undefined' || keys.has(account)) return;
  keys.set(account, handed.split(',').map(toBytes));
}

/**
 * Bytes sealed for an account, for one place: moved to another they do not open.
 * @returns undefined where the page has no key of that account
 */
export function sealBytes(account: string, place: string, bytes: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const key = keys.get(account)?.[0];
  if (!key) return undefined;
  const nonce = randomBytes(NONCE);
  const sealed = xchacha20poly1305(key, nonce, text.bytes.encode(`${account} ${place}`)).encrypt(bytes);
  const whole = new Uint8Array(NONCE + sealed.length);
  whole.set(nonce);
  whole.set(sealed, NONCE);
  return whole;
}

/** The bytes again; undefined without the key, or where something else lies there. */
export function openBytes(account: string, place: string, sealed: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  for (const key of keys.get(account) ?? []) {
    try {
      const opener = xchacha20poly1305(key, sealed.subarray(0, NONCE), text.bytes.encode(`${account} ${place}`));
      return new Uint8Array(opener.decrypt(sealed.subarray(NONCE)));
    } catch {
      // Of another key, or not ours: the next, or nothing.
    }
  }
  return undefined;
}

/** Words sealed for an account and a place, with the day; undefined where the page has no key of that account. */
export function seal(account: string, place: string, words: string): string | undefined {
  const sealed = sealBytes(account, place, text.bytes.encode(words));
  return sealed && `${MARK}${today().toString(36)}.${toText(sealed)}`;
}

/** The words again; undefined without the key, or where something else lies there. */
export function open(account: string, place: string, kept: string): string | undefined {
  if (!kept.startsWith(MARK)) return undefined;
  try {
    const bytes = openBytes(account, place, toBytes(kept.slice(kept.indexOf('.', MARK.length) + 1)));
    return bytes && text.words.decode(bytes);
  } catch {
    // Not even base64.
    return undefined;
  }
}

/**
 * Puts a storage in order when an account's page opens: what an earlier version kept of it in plain words is sealed, and what
 * anybody left a month ago goes.
 * @param prefixes under which things are kept, followed by the account and a colon
 */
export function tidy(storage: Storage, account: string, prefixes: readonly string[]): void {
  try {
    const names = Array.from({ length: storage.length }, (_, index) => storage.key(index));
    for (const name of names) {
      const prefix = prefixes.find((one) => name?.startsWith(one));
      const kept = name === null || prefix === undefined ? null : storage.getItem(name);
      if (name === null || prefix === undefined || kept === null) continue;
      if (kept.startsWith(MARK)) {
        const day = parseInt(kept.slice(MARK.length, kept.indexOf('.', MARK.length)), 36);
        if (!(today() - day <= KEPT_DAYS)) storage.removeItem(name);
      } else if (name.startsWith(`${prefix}${account}:`)) {
        const sealed = seal(account, name, kept);
        if (sealed !== undefined) storage.setItem(name, sealed);
      }
    }
  } catch {
    // No storage, nothing kept.
  }
}
