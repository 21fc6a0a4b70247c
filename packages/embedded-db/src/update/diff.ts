import { compareValues } from '../bson/compare';
import { isDocument, typeName, type Document, type Value } from '../bson/value';
import { getField } from '../query/paths';

/** A change stream's account of one update. */
export interface UpdateDescription {
  updatedFields: Document;
  removedFields: string[];
  truncatedArrays: { field: string; newSize: number }[];
}

/** Compares a document before and after an update, down to the smallest fields that differ. */
export function describeUpdate(before: Document, after: Document): UpdateDescription {
  const description: UpdateDescription = { updatedFields: {}, removedFields: [], truncatedArrays: [] };
  compareDocuments(before, after, '', description);
  return description;
}

function compareDocuments(before: Document, after: Document, prefix: string, out: UpdateDescription): void {
  for (const field of Object.keys(before)) {
    if (getField(after, field) === undefined) out.removedFields.push(prefix + field);
  }
  for (const field of Object.keys(after)) compareFields(getField(before, field), after[field], prefix + field, out);
}

function compareFields(before: Value, after: Value, path: string, out: UpdateDescription): void {
  if (isSame(before, after)) return;
  if (isDocument(before) && isDocument(after)) {
    compareDocuments(before, after, `${path}.`, out);
  } else if (Array.isArray(before) && Array.isArray(after) && before.length > 0 && after.length > 0) {
    if (after.length < before.length) out.truncatedArrays.push({ field: path, newSize: after.length });
    after.forEach((item, index) => compareFields(before[index], item, `${path}.${index}`, out));
  } else {
    out.updatedFields[path] = after;
  }
}

/** Equal in value and in type, all the way down: 1 and 1.0 differ here. */
function isSame(a: Value, b: Value): boolean {
  if (typeName(a) !== typeName(b) || compareValues(a, b) !== 0) return false;
  if (Array.isArray(a) && Array.isArray(b)) return a.every((item, index) => isSame(item, b[index]));
  if (isDocument(a) && isDocument(b)) return Object.keys(a).every((field) => isSame(a[field], b[field]));
  return true;
}
