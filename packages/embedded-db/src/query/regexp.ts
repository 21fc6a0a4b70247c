import type { BSONRegExp } from 'bson';
import { isRegExp, type Value } from '../bson/value';
import { badValue, location } from '../errors';
import { guardPattern, type Pattern } from './regexp-guard';

const SPACE = '\\t-\\r ';
const invalid = (reason: string) => location(51091, `Regular expression is invalid: ${reason}`);

/**
 * Compiles a pattern that answers as PCRE would. What differs is rewritten (`$` before a last newline, `.`,
 * `\s`, `\A`, `\Z`, the `x` option); what has no counterpart is refused rather than read differently.
 *
 * @throws MongoError 51091 for an invalid pattern, 51108 for an unknown option.
 */
function compilePattern(pattern: string, options: string): Pattern {
  for (const flag of options)
    if (!'imsxu'.includes(flag)) throw location(51108, `invalid flag in regex options: ${flag}`);
  if (pattern.includes('\0')) throw location(51109, 'Regular expression cannot contain an embedded null byte');
  const inline = /^\(\?([imsx]+)\)/.exec(pattern);
  const all = options + (inline?.[1] ?? '');
  const source = translate(inline ? pattern.slice(inline[0].length) : pattern, all);
  const flags = ['i', 'm', 's'].filter((flag) => all.includes(flag)).join('');
  try {
    return guardPattern(new RegExp(source, `${flags}u`));
  } catch (error) {
    throw invalid(error instanceof Error ? error.message : pattern);
  }
}

function translate(pattern: string, flags: string): string {
  let out = '';
  let inClass = false;
  for (let i = 0; i < pattern.length; i++) {
    const char = pattern[i]!;
    if (char === '\\') {
      out += translateEscape(pattern, ++i, inClass);
    } else if (inClass) {
      if (char === '[' && /^\[[:.=]/.test(pattern.slice(i))) throw invalid('POSIX classes are not supported');
      if (char === ']') inClass = false;
      out += char === '[' ? '\\[' : char;
    } else if (char === '[') {
      inClass = true;
      out += char;
      if (pattern[i + 1] === '^') out += pattern[++i];
      // In PCRE a bracket that comes first is an ordinary character.
      if (pattern[i + 1] === ']') out += `\\${pattern[++i]}`;
    } else if (char === '.' && !flags.includes('s')) {
      out += '[^\\n]';
    } else if (char === '^' && flags.includes('m')) {
      out += '(?<![^\\n])';
    } else if (char === '$') {
      out += flags.includes('m') ? '(?![^\\n])' : '(?=\\n?(?![\\s\\S]))';
    } else if (flags.includes('x') && /\s/.test(char)) {
      continue;
    } else if (flags.includes('x') && char === '#') {
      const end = pattern.indexOf('\n', i);
      i = end < 0 ? pattern.length : end;
    } else if (char === '{' && !/^\{\d+(,\d*)?\}/.test(pattern.slice(i))) {
      out += '\\{';
    } else if (char === '}' && !/\{\d+(,\d*)?$/.test(out)) {
      out += '\\}';
    } else {
      out += char === ']' ? '\\]' : char;
    }
  }
  return out;
}

function translateEscape(pattern: string, at: number, inClass: boolean): string {
  const char = pattern[at];
  if (char === undefined) throw invalid('\\ at end of pattern');
  if (char === 's') return inClass ? SPACE : `[${SPACE}]`;
  if (char === 'S' && !inClass) return `[^${SPACE}]`;
  if (char === 'A' && !inClass) return '(?<![\\s\\S])';
  if (char === 'z' && !inClass) return '(?![\\s\\S])';
  if (char === 'Z' && !inClass) return '(?=\\n?(?![\\s\\S]))';
  if (/[dDwWbBnrtf0-9xkpP]/.test(char)) return `\\${char}`;
  if (/[A-Za-z]/.test(char)) throw invalid(`escape \\${char} is not supported`);
  // Only syntax characters may be escaped in JavaScript's Unicode mode.
  return /[\^$\\.*+?()[\]{}|/]/.test(char) || (inClass && char === '-') ? `\\${char}` : char;
}

/** Test of one value against a regular expression: strings by pattern, a stored regular expression by identity. */
export function regExpTest(pattern: string, options: string): (value: Value) => boolean {
  const expression = compilePattern(pattern, options);
  return (value) =>
    typeof value === 'string'
      ? expression.test(value)
      : isRegExp(value) && value.pattern === pattern && value.options === options;
}

/** The test of `{ $regex, $options }`. */
export function regexOperator(regex: Value, options: Value): (value: Value) => boolean {
  if (options !== undefined && typeof options !== 'string') throw badValue('$options has to be a string');
  if (typeof regex === 'string') return regExpTest(regex, options ?? '');
  if (!isRegExp(regex)) throw badValue('$regex has to be a string');
  const own = (regex as BSONRegExp).options;
  if (own && options !== undefined) throw location(51075, 'options set in both $regex and $options');
  return regExpTest(regex.pattern, options ?? own);
}
