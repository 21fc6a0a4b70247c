import { Decimal128, Timestamp } from 'bson';
import {
  compareStrings,
  isDocument,
  isNumber,
  isRegExp,
  toNumber,
  toWhole,
  typeName,
  type Document,
  type Value,
} from '../../bson/value';
import { location } from '../../errors';
import { compilePattern } from '../../query/regexp';
import type { Pattern } from '../../query/regexp-guard';
import { isNullish } from '../expression';
import { compileNamed, nary, nullable, type Entry } from './helpers';

/** MongoDB's limit on the buffer a string is built in. */
const MAX_STRING = 64 * 1024 * 1024;

/** What `$toLower`, `$substrCP` and the like take for a string: null is empty, numbers and dates are written out. */
function coerce(name: string, value: Value): string {
  if (isNullish(value)) return '';
  if (typeof value === 'string') return value;
  if (isNumber(value)) return value instanceof Decimal128 ? value.toString() : String(value);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Timestamp) return value.toString();
  throw location(16007, `can't convert from BSON type ${typeName(value)} to String (${name})`);
}

/** ASCII letters only, as MongoDB changes case. */
const lower = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
const upper = (text: string) => text.replace(/[a-z]/g, (letter) => letter.toUpperCase());

function requireString(value: Value, code: number, what: string): string {
  if (typeof value !== 'string') throw location(code, `${what} requires a string argument, found: ${typeName(value)}`);
  return value;
}

function concat(values: Value[]): Value {
  let text = '';
  for (const value of values) {
    if (isNullish(value)) return null;
    if (typeof value !== 'string') throw location(16702, `$concat only supports strings, not ${typeName(value)}`);
    text += value;
    if (text.length > MAX_STRING) throw location(13548, 'BufBuilder attempted to grow() past the 64MB limit.');
  }
  return text;
}

function substring([text, start, length]: Value[]): Value {
  const points = [...coerce('$substrCP', text)];
  const from = isNumber(start) ? toWhole(start) : undefined;
  const count = isNumber(length) ? toWhole(length) : undefined;
  if (from === undefined)
    throw location(34450, '$substrCP: starting index must be a numeric type representable as a 32-bit integral value');
  if (count === undefined)
    throw location(34452, '$substrCP: length must be a numeric type representable as a 32-bit integral value');
  if (from < 0) throw location(34455, '$substrCP: the starting index must be nonnegative integer.');
  if (count < 0) throw location(34454, '$substrCP: length must be a nonnegative integer.');
  return points.slice(from, from + count).join('');
}

function substringBytes([text, start, length]: Value[]): Value {
  const bytes = Buffer.from(coerce('$substrBytes', text));
  if (!isNumber(start))
    throw location(16034, `$substrBytes: starting index must be a numeric type (is BSON type ${typeName(start)})`);
  if (!isNumber(length))
    throw location(16035, `$substrBytes: length must be a numeric type (is BSON type ${typeName(length)})`);
  const from = Math.trunc(toNumber(start));
  const count = Math.trunc(toNumber(length));
  if (from < 0) throw location(50752, `$substrBytes: starting index must be non-negative (got: ${from})`);
  const end = count < 0 ? bytes.length : Math.min(bytes.length, from + count);
  const continues = (at: number) => at < bytes.length && (bytes[at]! & 0xc0) === 0x80;
  if (continues(from))
    throw location(28656, '$substrBytes:  Invalid range, starting index is a UTF-8 continuation byte.');
  if (continues(end))
    throw location(28657, '$substrBytes:  Invalid range, ending index is in the middle of a UTF-8 character.');
  return bytes.subarray(from, end).toString();
}

const split = ([text, separator]: Value[]): Value => {
  const source = requireString(text, 40085, '$split');
  const by = requireString(separator, 40086, '$split');
  if (by === '') throw location(40087, '$split requires a non-empty separator');
  return source.split(by);
};

function indexOfPoint([text, search, start, end]: Value[]): Value {
  if (isNullish(text)) return null;
  const points = [...requireString(text, 40093, '$indexOfCP')];
  const wanted = [...requireString(search, 40094, '$indexOfCP')];
  const bounds = [start, end].map((bound, index) => {
    if (bound === undefined) return index === 0 ? 0 : points.length;
    const whole = toWhole(bound);
    if (whole === undefined) throw location(40096, '$indexOfCP requires an integral index');
    if (whole < 0) throw location(40097, '$indexOfCP requires a nonnegative index');
    return whole;
  }) as [number, number];
  for (let at = bounds[0]; at + wanted.length <= Math.min(bounds[1], points.length); at++) {
    if (wanted.every((point, offset) => points[at + offset] === point)) return at;
  }
  return -1;
}

const SPACES = '\0\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a';

const trimmer = (name: string, atStart: boolean, atEnd: boolean): Entry => [
  name,
  (argument, scope) => {
    const read = compileNamed(name, argument, scope, ['input'], ['chars'], {
      shape: 50696,
      unknown: 50694,
      missing: 50695,
    });
    const hasChars = isDocument(argument) && 'chars' in argument;
    return (document, variables) => {
      const { input, chars } = read(document, variables);
      if (isNullish(input) || (hasChars && isNullish(chars))) return null;
      const points = [...requireString(input, 50699, name)];
      const set = new Set(hasChars ? requireString(chars, 50700, name) : SPACES);
      let from = 0;
      let to = points.length;
      while (atStart && from < to && set.has(points[from]!)) from++;
      while (atEnd && to > from && set.has(points[to - 1]!)) to--;
      return points.slice(from, to).join('');
    };
  },
];

const replacer = (name: string, replace: (input: string, find: string, by: string) => string): Entry => [
  name,
  (argument, scope) => {
    const codes = { shape: 51751, unknown: 51750, missing: 51749 };
    const read = compileNamed(name, argument, scope, ['input', 'find', 'replacement'], [], codes);
    return (document, variables) => {
      const { input, find, replacement } = read(document, variables);
      if (isNullish(input) || isNullish(find) || isNullish(replacement)) return null;
      return replace(
        requireString(input, 51746, name),
        requireString(find, 51745, name),
        requireString(replacement, 51744, name),
      );
    };
  },
];

/** `$regexMatch`, `$regexFind` and `$regexFindAll` over one expression and one string. */
const regex = (name: string, empty: Value, run: (pattern: Pattern, text: string) => Value): Entry => [
  name,
  (argument, scope) => {
    const read = compileNamed(name, argument, scope, ['input', 'regex'], ['options'], {
      shape: 51103,
      unknown: 31024,
      missing: 31022,
    });
    return (document, variables) => {
      const { input, regex: pattern, options } = read(document, variables);
      if (isNullish(input) || isNullish(pattern)) return empty;
      const text = requireString(input, 51104, name);
      return run(buildRegex(name, pattern, options), text);
    };
  },
];

function buildRegex(name: string, pattern: Value, options: Value): Pattern {
  if (!isNullish(options) && typeof options !== 'string')
    throw location(51106, `${name} needs 'options' to be of type string`);
  const given = typeof options === 'string' ? options : undefined;
  if (isRegExp(pattern)) {
    if (pattern.options && given)
      throw location(51107, `${name}: found regex option(s) specified in both 'regex' and 'option' fields`);
    return compilePattern(pattern.pattern, given ?? pattern.options);
  }
  return compilePattern(requireString(pattern, 51105, name), given ?? '');
}

const describeMatch = (match: RegExpExecArray): Document => ({
  match: match[0],
  idx: [...match.input.slice(0, match.index)].length,
  captures: Array.from(match)
    .slice(1)
    .map((capture) => capture ?? null),
});

export const stringOperators: Entry[] = [
  nary('$concat', 0, Infinity, concat),
  nary('$toLower', 1, 1, ([text]) => lower(coerce('$toLower', text))),
  nary('$toUpper', 1, 1, ([text]) => upper(coerce('$toUpper', text))),
  nary('$substrCP', 3, 3, substring),
  nary('$substrBytes', 3, 3, substringBytes),
  nary('$substr', 3, 3, substringBytes),
  nary('$strLenCP', 1, 1, ([text]) => [...requireString(text, 34471, '$strLenCP')].length),
  nary('$strLenBytes', 1, 1, ([text]) => Buffer.byteLength(requireString(text, 34473, '$strLenBytes'))),
  nary('$strcasecmp', 2, 2, ([a, b]) =>
    compareStrings(upper(coerce('$strcasecmp', a)), upper(coerce('$strcasecmp', b))),
  ),
  nullable('$split', 2, 2, split),
  nary('$indexOfCP', 2, 4, indexOfPoint),
  trimmer('$trim', true, true),
  trimmer('$ltrim', true, false),
  trimmer('$rtrim', false, true),
  replacer('$replaceOne', (input, find, by) => input.replace(find, () => by)),
  replacer('$replaceAll', (input, find, by) => input.replaceAll(find, () => by)),
  regex('$regexMatch', false, (pattern, text) => pattern.test(text)),
  regex('$regexFind', null, (pattern, text) => {
    const [first] = pattern.all(text);
    return first ? describeMatch(first) : null;
  }),
  regex('$regexFindAll', [], (pattern, text) => pattern.all(text).map(describeMatch)),
];
