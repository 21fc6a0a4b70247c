import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { canonicalOf, sha256 } from './canonical';
import type { LedgerCopy } from './copy';
import { exportLines, NotAnExport, readExport } from './export-ledger';

/** The frame of an Ed25519 key of 32 bytes (RFC 8410): what stands before its bytes in PKCS #8. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The key a house signs its archives with, of 32 secret bytes (Ed25519, RFC 8032). */
export const archiveKey = (bytes: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.concat([PKCS8, bytes]), format: 'der', type: 'pkcs8' });

/** A public key as it stands in an archive: its SubjectPublicKeyInfo in base64. */
export const publicText = (key: KeyObject): string =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64');

/** What a public key is known by: the first sixteen digits of its SHA-256. */
export const fingerprintOf = (publicKey: string): string => sha256(Buffer.from(publicKey, 'base64')).slice(0, 16);

/** What an archive says of itself. */
export interface ArchiveHead {
  house: string;
  registration: string;
  program: string;
  training?: true;
}

/**
 * A fiscal archive: one line that says whose it is, the lines of an export of the whole ledger, and one that signs the SHA-256 of every byte
 * before it. What BOI-TVA-DECLA-30-10-30 asks of an archive (frozen, dated, verifiable) needs nothing but this file.
 */
export function* archiveLines(copy: LedgerCopy, head: ArchiveHead, key: KeyObject, now: Date): Generator<string> {
  const hash = createHash('sha256');
  const first = `${canonicalOf({ archive: 1, ...head, archivedAt: now.toISOString() })}\n`;
  hash.update(first);
  yield first;
  for (const line of exportLines(copy, now)) {
    hash.update(line);
    yield line;
  }
  const digest = hash.digest('hex');
  const signature = sign(null, Buffer.from(digest, 'hex'), key).toString('base64');
  yield `${canonicalOf({ publicKey: publicText(key), sha256: digest, signature })}\n`;
}

const parsed = (line: string): Record<string, unknown> => {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
};

/** Whether this is an archive, or an export without a signature. */
export const isArchive = (text: string): boolean => parsed(text.slice(0, text.indexOf('\n')))['archive'] === 1;

/**
 * Reads an archive. Its ledger is judged by verifyLedger; here, whether it is what was signed, and by which key.
 * @returns `fingerprint` of the key it names; who knows the house's by another way compares
 * @throws NotAnExport
 */
export function readArchive(text: string): { copy: LedgerCopy; isSound: boolean; fingerprint: string } {
  if (!isArchive(text)) throw new NotAnExport();
  const body = text.endsWith('\n') ? text.slice(0, -1) : text;
  const cut = body.lastIndexOf('\n') + 1;
  const { publicKey, sha256: digest, signature } = parsed(body.slice(cut));
  const copy = readExport(body.slice(body.indexOf('\n') + 1, cut));
  const [key, said, signed] = [publicKey, digest, signature].map((one) => (typeof one === 'string' ? one : ''));
  return {
    copy,
    isSound: isSigned(body.slice(0, cut), key ?? '', said ?? '', signed ?? ''),
    fingerprint: fingerprintOf(key ?? ''),
  };
}

function isSigned(bytes: string, publicKey: string, digest: string, signature: string): boolean {
  if (sha256(bytes) !== digest) return false;
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    return verify(null, Buffer.from(digest, 'hex'), key, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}
