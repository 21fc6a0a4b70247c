import { isDocument, setField, type Document, type Value } from '../bson/value';

/** True for a path part that can be an array index. */
export const isIndex = (part: string): boolean => /^(0|[1-9]\d*)$/.test(part);

/** A document's own field, or undefined; inherited names such as `constructor` are not fields. */
export const getField = (document: Document, field: string): Value =>
  Object.hasOwn(document, field) ? document[field] : undefined;

/** The single value at a dotted path: numbers index arrays, arrays are not searched. Undefined when absent. */
export function getPath(document: Value, path: string): Value {
  let value = document;
  for (const part of path.split('.')) {
    if (Array.isArray(value)) value = isIndex(part) ? value[Number(part)] : undefined;
    else if (isDocument(value)) value = getField(value, part);
    else return undefined;
  }
  return value;
}

/** Sets a dotted path, making the documents on the way; a path part is always a field name. */
export function setPath(document: Document, path: string, value: Value): void {
  const parts = path.split('.');
  const last = parts.pop()!;
  let target = document;
  for (const part of parts) {
    const next = getField(target, part);
    const inner = isDocument(next) ? next : {};
    if (inner !== next) setField(target, part, inner);
    target = inner;
  }
  setField(target, last, value);
}

/** Stands in an index entry or a sort key for an empty array, which MongoDB files just below null. Compare by identity. */
export const EMPTY_ARRAY_KEY: Value[] = [];
Object.freeze(EMPTY_ARRAY_KEY);

/** The index entries of one document for one path. */
export interface PathValues {
  /** One entry each; `undefined` where the path is missing, EMPTY_ARRAY_KEY where it is an empty array. */
  values: Value[];
  /** True when an array was expanded on the way. */
  multikey: boolean;
}

/**
 * Expands a path as an index does: an array at the end gives one entry an element (not expanded again), an array on the
 * way is searched element by element, and `a.0` names the element itself.
 */
export function pathValues(document: Document, path: string): PathValues {
  const result: PathValues = { values: [], multikey: false };
  collect(document, path.split('.'), 0, result);
  return result;
}

function collect(value: Value, parts: string[], depth: number, out: PathValues): void {
  const part = parts[depth];
  if (part === undefined) {
    if (!Array.isArray(value)) out.values.push(value);
    else {
      out.multikey = true;
      if (value.length === 0) out.values.push(EMPTY_ARRAY_KEY);
      else for (const item of value) out.values.push(item);
    }
    return;
  }
  if (isDocument(value)) {
    collect(getField(value, part), parts, depth + 1, out);
    return;
  }
  if (!Array.isArray(value)) {
    out.values.push(undefined);
    return;
  }
  if (isIndex(part) && Number(part) < value.length) {
    collect(value[Number(part)], parts, depth + 1, out);
    return;
  }
  out.multikey = true;
  if (value.length === 0) out.values.push(undefined);
  for (const item of value) {
    if (isDocument(item)) collect(item, parts, depth, out);
    else out.values.push(undefined);
  }
}
