import { createHash } from 'node:crypto';
import { BSON } from 'mongodb';

/** A document as it is stored: its bytes, never decoded, so that what is kept is what was there. */
export type RawDocument = Uint8Array;

/** Reads and writes of the driver that leave the bytes as they are. */
export const RAW = { raw: true } as const;
/** The same types come back that were stored: a Long stays one, and so does a double that is a whole number. */
export const EXACT = { promoteValues: false, promoteLongs: false, promoteBuffers: false, bsonRegExp: true } as const;

/** How long a value of each type of BSON is; of the others the first four bytes say it. */
const FIXED: Record<number, number> = {
  0x01: 8,
  0x07: 12,
  0x08: 1,
  0x09: 8,
  0x0a: 0,
  0x10: 4,
  0x11: 8,
  0x12: 8,
  0x13: 16,
};
const HEAD = 5;

/**
 * What tells a document from the others of its collection: the type and bytes of its `_id`, which a server keeps first.
 * @throws Error for a document without one
 */
export function keyOf(document: RawDocument): string {
  const bytes = Buffer.from(document.buffer, document.byteOffset, document.byteLength);
  if (bytes.toString('latin1', HEAD, HEAD + 4) !== '_id\0') throw new Error('a stored document begins with its _id');
  const type = bytes[HEAD - 1] ?? 0;
  const at = HEAD + 4;
  const length = FIXED[type] ?? bytes.readInt32LE(at) + (type === 0x05 ? 5 : type === 0x02 ? 4 : 0);
  return `${type.toString(16)}:${bytes.toString('base64', at, at + length)}`;
}

/** The same of an `_id` alone. */
export const keyOfId = (id: unknown): string => keyOf(BSON.serialize({ _id: id }));

/** The `_id` that a key stands for. */
export function idOf(key: string): unknown {
  const [type = '', value = ''] = key.split(':');
  const content = Buffer.from(value, 'base64');
  const document = Buffer.alloc(content.length + 10);
  document.writeInt32LE(document.length, 0);
  document[4] = Number.parseInt(type, 16);
  document.write('_id\0', HEAD, 'latin1');
  content.copy(document, HEAD + 4);
  return BSON.deserialize(document, EXACT)['_id'];
}

/** How many documents, how large, and a sum of them that does not ask in which order they come. */
export interface Tally {
  documents: number;
  bytes: number;
  /** The sum of the SHA-256 of each document, modulo 2^256, as hexadecimal. */
  sum: string;
}

const MODULUS = 1n << 256n;

/** Counts documents as they go by. */
export class Counter {
  #documents = 0;
  #bytes = 0;
  #sum = 0n;

  add(document: RawDocument): void {
    this.#documents += 1;
    this.#bytes += document.byteLength;
    this.#sum = (this.#sum + BigInt(`0x${createHash('sha256').update(document).digest('hex')}`)) % MODULUS;
  }

  get tally(): Tally {
    return { documents: this.#documents, bytes: this.#bytes, sum: this.#sum.toString(16).padStart(64, '0') };
  }
}
