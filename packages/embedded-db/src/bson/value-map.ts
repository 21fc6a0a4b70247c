import { Binary, ObjectId } from 'bson';
import type { Collation } from '../query/collation';
import { equalValues } from './compare';
import { toNumber } from './number';
import { isDocument, isNumber, typeOrder, type Value } from './value';

/** A map keyed by BSON values under MongoDB's equality: 1, 1.0 and Long 1 are one key. Keeps insertion order. */
export class ValueMap<T> {
  private readonly buckets = new Map<string, { key: Value; value: T }[]>();
  private readonly order: { key: Value; value: T }[] = [];

  constructor(private readonly collation?: Collation) {}

  /** The value under the key, made and kept when there is none. */
  getOrAdd(key: Value, make: () => T): T {
    const hash = this.hash(key);
    const bucket = this.buckets.get(hash) ?? [];
    const found = bucket.find((entry) => equalValues(entry.key, key, this.collation));
    if (found) return found.value;
    const entry = { key, value: make() };
    bucket.push(entry);
    this.buckets.set(hash, bucket);
    this.order.push(entry);
    return entry.value;
  }

  has(key: Value): boolean {
    return this.buckets.get(this.hash(key))?.some((entry) => equalValues(entry.key, key, this.collation)) ?? false;
  }

  entries(): readonly { key: Value; value: T }[] {
    return this.order;
  }

  /** Equal values hash alike; unequal ones may too. Under a collation no string tells another apart. */
  private hash(value: Value): string {
    const order = typeOrder(value);
    if (typeof value === 'string') return this.collation ? 's' : `s${value}`;
    if (isNumber(value)) return `n${toNumber(value) + 0}`;
    if (value instanceof ObjectId) return `o${value.toHexString()}`;
    if (value instanceof Date) return `d${value.getTime()}`;
    if (value instanceof Binary) return `b${value.toString('base64')}`;
    if (Array.isArray(value)) return `[${value.map((item) => this.hash(item)).join()}]`;
    if (isDocument(value)) {
      return `{${Object.keys(value)
        .map((field) => `${field}:${this.hash(value[field])}`)
        .join()}}`;
    }
    return `${order}${String(value)}`;
  }
}
