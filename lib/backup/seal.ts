import { createCipheriv, createDecipheriv, createHmac, type Hash, scrypt } from 'node:crypto';
import { promisify } from 'node:util';

/** What makes a key of a passphrase, kept in the head of the file. */
export interface KeyMaking {
  salt: string;
  cost: number;
  blockSize: number;
  /** Tells a wrong key from an altered file. */
  check: string;
}

export const SCRYPT = { cost: 2 ** 15, blockSize: 8 } as const;
const TAG_BYTES = 16;

/** The keys of one file, made of the passphrase and the salt of that file alone. */
export interface FileKeys {
  readonly cipher: Buffer;
  readonly mac: Buffer;
  readonly check: string;
}

const derive = promisify<string, Buffer, number, object, Buffer>(scrypt);

/** Makes the keys of a file; slow on purpose. */
export async function fileKeys(
  passphrase: string,
  salt: Buffer,
  { cost, blockSize }: typeof SCRYPT | KeyMaking,
): Promise<FileKeys> {
  const how = { cost, blockSize, parallelization: 1, maxmem: 256 * cost * blockSize };
  const bytes = await derive(passphrase.normalize('NFC'), salt, 80, how);
  return { cipher: bytes.subarray(0, 32), mac: bytes.subarray(32, 64), check: bytes.toString('hex', 64, 80) };
}

/** Each frame of a file is sealed with its number: one that is moved, doubled or taken away does not open. */
function nonceOf(frame: number): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(frame, 8);
  return nonce;
}

/** AES-256-GCM; the tag comes last. The key belongs to one file, so a number is never used twice with it. */
export function seal(keys: FileKeys, frame: number, content: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-gcm', keys.cipher, nonceOf(frame));
  return Buffer.concat([cipher.update(content), cipher.final(), cipher.getAuthTag()]);
}

/** @throws Error when the frame is not what was sealed */
export function open(keys: FileKeys, frame: number, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', keys.cipher, nonceOf(frame));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]);
}

/** What the bytes so far are proved with: their checksum, or with a key a seal of it that only its holder can make. */
export function proofOf(keys: FileKeys | undefined, sum: Hash): Buffer {
  const digest = sum.digest();
  return keys ? createHmac('sha256', keys.mac).update(digest).digest() : digest;
}
