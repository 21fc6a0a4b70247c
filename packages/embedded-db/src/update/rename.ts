import { cloneValue, isDocument, type Document, type Value } from '../bson/value';
import { badValue } from '../errors';
import { getField } from '../query/paths';
import { describe } from '../show';
import { applyAt, isDynamic } from './paths';

/** Checks `{ $rename: { from: to } }` and gives the target path. */
export function parseRename(from: string, to: Value): string {
  if (typeof to !== 'string') throw badValue(`The 'to' field for $rename must be a string: ${describe(from, to)}`);
  if (to.includes('\0')) throw badValue("The 'to' field for $rename cannot contain an embedded null byte");
  if (from === to) throw badValue(`The source and target field for $rename must differ: ${describe(from, to)}`);
  if (from.split('.').some(isDynamic)) throw badValue(`The source field for $rename may not be dynamic: ${from}`);
  if (to.split('.').some(isDynamic)) throw badValue(`The destination field for $rename may not be dynamic: ${to}`);
  return to;
}

/** Moves a field in place; nothing happens when the source is missing. Neither path may go through an array. */
export function applyRename(document: Document, from: string, to: string): void {
  const value = readOutsideArrays(document, from, 'source');
  if (value === undefined) return;
  readOutsideArrays(document, to, 'destination');
  const moved = cloneValue(value);
  applyAt(document, from.split('.'), { creates: false, change: () => undefined });
  applyAt(document, to.split('.'), { creates: true, change: () => moved });
}

function readOutsideArrays(document: Document, path: string, role: string): Value {
  let value: Value = document;
  for (const part of path.split('.')) {
    if (Array.isArray(value)) throw badValue(`The ${role} field cannot be an array element, '${path}'`);
    if (!isDocument(value)) return undefined;
    value = getField(value, part);
  }
  return value;
}
