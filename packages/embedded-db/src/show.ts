import { Decimal128, Long, ObjectId } from 'bson';
import { isDocument, type Value } from './bson/value';

/** Messages travel to clients and into logs: what is longer is cut. */
const LONGEST = 200;

/** A value as MongoDB writes it inside error messages: `{ email: "a@b.fr", n: 1 }`; long ones are cut. */
export function show(value: Value): string {
  const text = write(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** A field as an error message shows it. */
export const describe = (field: string, value: Value): string => `{${field}: ${show(value)}}`;

function write(value: Value): string {
  if (value === undefined || value === null) return 'null';
  if (typeof value === 'string') return JSON.stringify(value);
  if (value instanceof ObjectId) return `ObjectId('${value.toHexString()}')`;
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (value instanceof Long || value instanceof Decimal128) return value.toString();
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[ ${value.map(write).join(', ')} ]`;
  if (isDocument(value)) {
    const fields = Object.entries(value).map(([name, field]) => `${name}: ${write(field)}`);
    return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
  }
  return String(value);
}
