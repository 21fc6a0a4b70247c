import { Long } from 'bson';
import { isDocument, setField, typeName, type Document, type Value } from '../bson/value';
import { location } from '../errors';
import { parseFieldPath, readPath } from './expression';
import type { Stage } from './stage';

interface UnwindOptions {
  parts: string[];
  indexParts: string[] | undefined;
  keepsEmpty: boolean;
}

/** Compiles `$unwind`: one document for each element; what is not an array goes through as it is. */
export function compileUnwind(argument: Value): Stage {
  const { parts, indexParts, keepsEmpty } = readOptions(argument);
  return async function* (input) {
    for await (const document of input) {
      const value = getNested(document, parts);
      if (Array.isArray(value) && value.length > 0) {
        for (let index = 0; index < value.length; index++) {
          const result = replaceAt(document, parts, value[index]);
          yield indexParts ? replaceAt(result, indexParts, Long.fromNumber(index)) : result;
        }
      } else if (keepsEmpty || (value !== null && value !== undefined && !Array.isArray(value))) {
        const result = Array.isArray(value) ? replaceAt(document, parts, undefined) : document;
        yield indexParts ? replaceAt(result, indexParts, null) : result;
      }
    }
  };
}

/** Arrays on the way are not searched. */
function getNested(document: Document, parts: string[]): Value {
  let value: Value = document;
  for (const part of parts) value = isDocument(value) ? readPath(value, [part], 0) : undefined;
  return value;
}

/** A copy with one path replaced; undefined removes it. */
function replaceAt(document: Document, parts: string[], value: Value): Document {
  const [first, ...rest] = parts as [string, ...string[]];
  const copy = { ...document };
  const current = Object.hasOwn(document, first) ? document[first] : undefined;
  const next = rest.length === 0 ? value : replaceAt(isDocument(current) ? current : {}, rest, value);
  if (next === undefined) delete copy[first];
  else setField(copy, first, next);
  return copy;
}

function readOptions(argument: Value): UnwindOptions {
  if (typeof argument === 'string')
    return { parts: readPathOption(argument), indexParts: undefined, keepsEmpty: false };
  if (!isDocument(argument)) {
    throw location(
      15981,
      `expected either a string or an object as specification for $unwind stage, got ${typeName(argument)}`,
    );
  }
  const { path, includeArrayIndex, preserveNullAndEmptyArrays = false, ...others } = argument;
  for (const field of Object.keys(others)) throw location(28811, `unrecognized option to $unwind stage: ${field}`);
  if (path === undefined) throw location(28812, 'no path specified to $unwind stage');
  if (typeof path !== 'string')
    throw location(28808, `expected a string as the path for $unwind stage, got ${typeName(path)}`);
  if (typeof preserveNullAndEmptyArrays !== 'boolean') {
    throw location(
      28809,
      `expected a boolean for the preserveNullAndEmptyArrays option to $unwind stage, got ${typeName(preserveNullAndEmptyArrays)}`,
    );
  }
  if (includeArrayIndex !== undefined && (typeof includeArrayIndex !== 'string' || includeArrayIndex === '')) {
    throw location(
      28810,
      `expected a non-empty string for the includeArrayIndex option to $unwind stage, got ${typeName(includeArrayIndex)}`,
    );
  }
  if (includeArrayIndex?.startsWith('$')) {
    throw location(
      28822,
      `includeArrayIndex option to $unwind stage should not be prefixed with a '$': ${includeArrayIndex}`,
    );
  }
  return {
    parts: readPathOption(path),
    indexParts: includeArrayIndex === undefined ? undefined : parseFieldPath(includeArrayIndex),
    keepsEmpty: preserveNullAndEmptyArrays,
  };
}

function readPathOption(path: string): string[] {
  if (!path.startsWith('$'))
    throw location(28818, `path option to $unwind stage should be prefixed with a '$': ${path}`);
  return parseFieldPath(path.slice(1));
}
