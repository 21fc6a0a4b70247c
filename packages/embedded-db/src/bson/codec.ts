import { DBRef, Double, Int32, deserialize, serialize } from 'bson';
import { MongoError } from '../errors';
import { isDocument, setField, type Document, type Value } from './value';

/** MongoDB's limit on nested documents and arrays. */
const MAX_DEPTH = 200;

/**
 * Reads one BSON document, keeping every numeric type apart: int32 becomes a `number`, a double that happens to be
 * integral stays a `Double` (else it would come back as an int32), and int64 stays a `Long`.
 *
 * @throws MongoError 22 when the bytes are not BSON, 15 when nested deeper than 200.
 */
export function decode(bytes: Uint8Array): Document {
  try {
    return normalize(deserialize(bytes, { promoteValues: false, bsonRegExp: true }), 0) as Document;
  } catch (error) {
    if (error instanceof MongoError) throw error;
    throw new MongoError(22, 'InvalidBSON', error instanceof Error ? error.message : 'Invalid BSON');
  }
}

function normalize(value: unknown, depth: number): Value {
  if (depth > MAX_DEPTH) throw new MongoError(15, 'Overflow', `Exceeded maximum nested depth of ${MAX_DEPTH}`);
  if (value instanceof Int32) return value.value;
  if (value instanceof Double) return Number.isInteger(value.value) ? value : value.value;
  if (value instanceof DBRef) {
    const { $ref, $id, $db, ...fields } = value.toJSON();
    return normalize({ $ref, $id, ...($db === undefined ? {} : { $db }), ...fields }, depth);
  }
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) value[i] = normalize(value[i], depth + 1) ?? null;
    return value;
  }
  if (isDocument(value)) {
    for (const field of Object.keys(value)) setField(value, field, normalize(value[field], depth + 1));
  }
  return value as Value;
}

/** Writes a document as BSON; fields that are `undefined` are left out. */
export function encode(document: Document): Buffer {
  const { buffer, byteOffset, byteLength } = serialize(document, { ignoreUndefined: true });
  return Buffer.from(buffer, byteOffset, byteLength);
}
