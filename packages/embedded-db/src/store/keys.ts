import { Binary, BSONRegExp, BSONSymbol, Code, Decimal128, Long, ObjectId, Timestamp } from 'bson';
import { toNumber } from '../bson/number';
import { isDocument, isNumber, typeOrder, type Numeric, type Value } from '../bson/value';
import { EMPTY_ARRAY_KEY } from '../query/paths';

/** lmdb refuses keys above 1,978 bytes; 16 are kept for the index id, the record id and a margin. */
export const LONGEST_KEY = 1900;
const SAFE = 2n ** 53n;

/** A key whose byte order follows MongoDB's order of values. */
export interface EncodedKey {
  bytes: Buffer;
  /**
   * False when two different values may share these bytes (a truncated key, an integer or decimal beyond the precision
   * of a double): such keys find a superset that must be rechecked, and cannot give a sort order.
   */
  exact: boolean;
}

/** Grows a buffer while values are appended in their order-preserving form. */
class KeyWriter {
  private buffer = Buffer.allocUnsafe(128);
  length = 0;
  exact = true;

  private reserve(count: number): void {
    if (this.length + count <= this.buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.buffer.length * 2, this.length + count));
    this.buffer.copy(larger, 0, 0, this.length);
    this.buffer = larger;
  }

  byte(value: number): void {
    this.reserve(1);
    this.buffer[this.length++] = value;
  }

  raw(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.buffer.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** Zero-terminated text; a zero inside becomes 00 FF, so that no string is a prefix of another one's bytes. */
  text(value: string): void {
    const bytes = Buffer.from(value, 'utf8');
    this.reserve(bytes.length * 2 + 2);
    for (const byte of bytes) {
      this.buffer[this.length++] = byte;
      if (byte === 0) this.buffer[this.length++] = 0xff;
    }
    this.buffer[this.length++] = 0;
    this.buffer[this.length++] = 0;
  }

  /** IEEE 754 with the sign flipped for positives and all bits flipped for negatives sorts as bytes; NaN comes first. */
  double(value: number): void {
    this.reserve(8);
    if (Number.isNaN(value)) {
      this.buffer.fill(0, this.length, this.length + 8);
    } else {
      this.buffer.writeDoubleBE(value === 0 ? 0 : value, this.length);
      if (value < 0) this.invert(this.length, this.length + 8);
      else this.buffer[this.length]! ^= 0x80;
    }
    this.length += 8;
  }

  /** A signed 64-bit integer; the flipped sign bit makes negatives sort first. */
  signed(value: bigint): void {
    this.reserve(8);
    this.buffer.writeBigInt64BE(value, this.length);
    this.buffer[this.length]! ^= 0x80;
    this.length += 8;
  }

  unsigned32(value: number): void {
    this.reserve(4);
    this.buffer.writeUInt32BE(value, this.length);
    this.length += 4;
  }

  /** Flips the bytes of a descending field. */
  invert(from: number, to: number = this.length): void {
    for (let at = from; at < to; at++) this.buffer[at]! ^= 0xff;
  }

  finish(): EncodedKey {
    const exact = this.exact && this.length <= LONGEST_KEY;
    return { bytes: Buffer.from(this.buffer.subarray(0, Math.min(this.length, LONGEST_KEY))), exact };
  }
}

function writeNumber(writer: KeyWriter, value: Numeric): void {
  if (value instanceof Decimal128) writer.exact = false;
  if (value instanceof Long) {
    const integer = value.toBigInt();
    if (integer > SAFE || integer < -SAFE) writer.exact = false;
  }
  writer.double(toNumber(value));
}

/** The first byte of every value of one type group; +1 keeps 0 free as the end mark of objects and arrays. */
export const typeByte = (value: Value): number => typeOrder(value) + 1;

/** A missing field is filed as null; an empty array as what ranks just below it. */
function writeValue(writer: KeyWriter, value: Value): void {
  if (value === EMPTY_ARRAY_KEY) {
    writer.byte(typeByte(undefined));
    return;
  }
  writer.byte(typeByte(value ?? null));
  if (value === undefined || value === null) return;
  if (isNumber(value)) writeNumber(writer, value);
  else if (typeof value === 'string') writer.text(value);
  else if (typeof value === 'boolean') writer.byte(value ? 1 : 0);
  else if (value instanceof Date) writer.signed(BigInt(value.getTime()));
  else if (value instanceof ObjectId) writer.raw(value.id);
  else if (Array.isArray(value)) {
    for (const item of value) writeValue(writer, item);
    writer.byte(0);
  } else if (value instanceof Timestamp) {
    writer.unsigned32(value.high >>> 0);
    writer.unsigned32(value.low >>> 0);
  } else if (value instanceof Binary) {
    writer.unsigned32(value.length());
    writer.byte(value.sub_type);
    writer.raw(value.value());
  } else if (value instanceof BSONSymbol) {
    writer.text(value.valueOf());
  } else if (value instanceof BSONRegExp) {
    writer.text(value.pattern);
    writer.text(value.options);
  } else if (value instanceof Code) {
    writer.text(String(value.code));
    writer.exact = false;
  } else if (isDocument(value)) {
    for (const [name, field] of Object.entries(value)) {
      writer.byte(typeByte(field));
      writer.text(name);
      writeValue(writer, field);
    }
    writer.byte(0);
  }
}

/** Encodes the values of one index entry; `directions[i]` is -1 for a descending field. */
export function encodeKey(values: readonly Value[], directions: readonly number[]): EncodedKey {
  const writer = new KeyWriter();
  values.forEach((value, position) => {
    const start = writer.length;
    writeValue(writer, value);
    if ((directions[position] ?? 1) < 0) writer.invert(start);
  });
  return writer.finish();
}

const RECORD_BYTES = 6;

/** The key of a document: its collection, then its record id (insertion order). */
export function documentKey(collectionId: number, recordId: number): Buffer {
  const key = Buffer.allocUnsafe(4 + RECORD_BYTES);
  key.writeUInt32BE(collectionId, 0);
  key.writeUIntBE(recordId, 4, RECORD_BYTES);
  return key;
}

/** The key of an index entry: its index, the encoded values, then the record id. */
export function entryKey(indexId: number, values: Buffer, recordId: number): Buffer {
  const key = Buffer.allocUnsafe(4 + values.length + RECORD_BYTES);
  key.writeUInt32BE(indexId, 0);
  values.copy(key, 4);
  key.writeUIntBE(recordId, 4 + values.length, RECORD_BYTES);
  return key;
}

/** The record id at the end of a document or index key. */
export const recordIdOf = (key: Buffer): number => key.readUIntBE(key.length - RECORD_BYTES, RECORD_BYTES);

/** The four bytes all keys of one collection or index start with. */
export function prefixOf(id: number): Buffer {
  const prefix = Buffer.allocUnsafe(4);
  prefix.writeUInt32BE(id, 0);
  return prefix;
}
