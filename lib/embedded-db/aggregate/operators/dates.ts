import { isDocument, typeName, type Value } from '../../bson/value';
import { location } from '../../errors';
import { compileExpression, isNullish, type Evaluate, type Scope } from '../expression';
import { toLocal, zoneOf } from '../zone';
import { dateOf } from './conversion';
import { compileNamed, type Entry } from './helpers';

const DAY = 86_400_000;
const startOfYear = (local: Date) => Date.UTC(local.getUTCFullYear(), 0, 1);
const dayOfYear = (local: Date) => Math.floor((local.getTime() - startOfYear(local)) / DAY) + 1;
const isoDay = (local: Date) => local.getUTCDay() || 7;

/** The Thursday of a date's ISO week decides the week's year. */
const isoThursday = (local: Date) => new Date(local.getTime() + (4 - isoDay(local)) * DAY);
const isoWeek = (local: Date) => Math.ceil(dayOfYear(isoThursday(local)) / 7);
const isoWeekYear = (local: Date) => isoThursday(local).getUTCFullYear();

/** Weeks begin on Sunday; the days before the first Sunday are week 0. */
const week = (local: Date) => Math.floor((dayOfYear(local) + 6 - local.getUTCDay()) / 7);

const PARTS: Record<string, (local: Date) => number> = {
  $year: (local) => local.getUTCFullYear(),
  $month: (local) => local.getUTCMonth() + 1,
  $dayOfMonth: (local) => local.getUTCDate(),
  $dayOfWeek: (local) => local.getUTCDay() + 1,
  $dayOfYear: dayOfYear,
  $hour: (local) => local.getUTCHours(),
  $minute: (local) => local.getUTCMinutes(),
  $second: (local) => local.getUTCSeconds(),
  $millisecond: (local) => local.getUTCMilliseconds(),
  $week: week,
  $isoWeek: isoWeek,
  $isoWeekYear: isoWeekYear,
  $isoDayOfWeek: isoDay,
};

const part =
  (name: string, read: (local: Date) => number) =>
  (argument: Value, scope: Scope): Evaluate => {
    const only = Array.isArray(argument) ? argument : [argument];
    if (only.length !== 1)
      throw location(40536, `${name} accepts exactly one argument if given an array, but was given ${only.length}`);
    const [input] = only;
    const isNamed = isDocument(input) && !Object.keys(input)[0]?.startsWith('$');
    const evaluate = isNamed
      ? compileNamed(name, input, scope, ['date'], ['timezone'], { shape: 40535, unknown: 40535, missing: 40539 })
      : undefined;
    const plain = isNamed ? undefined : compileExpression(input, scope);
    return (document, variables) => {
      const { date, timezone } = evaluate?.(document, variables) ?? { date: plain?.(document, variables) };
      if (isNullish(date) || (isNamed && 'timezone' in input && isNullish(timezone))) return null;
      return read(toLocal(dateOf(date), zoneOf(timezone)));
    };
  };

const pad = (value: number, width: number) => String(value).padStart(width, '0');
const monthName = (local: Date, month: 'short' | 'long') => local.toLocaleString('en-US', { month, timeZone: 'UTC' });

/** How each format specifier of `$dateToString` is written; the offset is in minutes. */
const SPECIFIERS: Record<string, (local: Date, offset: number) => string> = {
  b: (local) => monthName(local, 'short'),
  B: (local) => monthName(local, 'long'),
  d: (local) => pad(local.getUTCDate(), 2),
  G: (local) => pad(isoWeekYear(local), 4),
  H: (local) => pad(local.getUTCHours(), 2),
  j: (local) => pad(dayOfYear(local), 3),
  L: (local) => pad(local.getUTCMilliseconds(), 3),
  m: (local) => pad(local.getUTCMonth() + 1, 2),
  M: (local) => pad(local.getUTCMinutes(), 2),
  S: (local) => pad(local.getUTCSeconds(), 2),
  u: (local) => String(isoDay(local)),
  U: (local) => pad(week(local), 2),
  V: (local) => pad(isoWeek(local), 2),
  w: (local) => String(local.getUTCDay() + 1),
  Y: (local) => pad(local.getUTCFullYear(), 4),
  z: (_local, offset) =>
    `${offset < 0 ? '-' : '+'}${pad(Math.floor(Math.abs(offset) / 60), 2)}${pad(Math.abs(offset) % 60, 2)}`,
  Z: (_local, offset) => String(offset),
  '%': () => '%',
};

function formatDate(local: Date, offset: number, format: string): string {
  return format.replace(/%([\s\S]?)/g, (_match, specifier: string) => {
    if (specifier === '') throw location(18535, "Unmatched '%' at end of format string");
    const write = SPECIFIERS[specifier];
    if (!write) throw location(18536, `Invalid format character '%${specifier}' in format string`);
    return write(local, offset);
  });
}

function compileDateToString(argument: Value, scope: Scope): Evaluate {
  const codes = { shape: 18629, unknown: 18534, missing: 18628 };
  const read = compileNamed('$dateToString', argument, scope, ['date'], ['format', 'timezone', 'onNull'], codes);
  const given = argument as { format?: Value; timezone?: Value };
  return (document, variables) => {
    const { date, format, timezone, onNull = null } = read(document, variables);
    if (isNullish(date)) return onNull;
    if (given.timezone !== undefined && isNullish(timezone)) return null;
    if (given.format !== undefined && isNullish(format)) return null;
    if (format !== undefined && typeof format !== 'string') {
      throw location(18533, `$dateToString requires that 'format' be a string, found: ${typeName(format)}`);
    }
    const instant = dateOf(date);
    const local = toLocal(instant, zoneOf(timezone));
    const offset = (local.getTime() - instant.getTime()) / 60_000;
    const isUtc = timezone === undefined || timezone === 'UTC';
    return formatDate(local, offset, (format as string | undefined) ?? `%Y-%m-%dT%H:%M:%S.%L${isUtc ? 'Z' : ''}`);
  };
}

function compileDateToParts(argument: Value, scope: Scope): Evaluate {
  const codes = { shape: 40524, unknown: 40520, missing: 40522 };
  const read = compileNamed('$dateToParts', argument, scope, ['date'], ['timezone', 'iso8601'], codes);
  return (document, variables) => {
    const { date, timezone, iso8601 } = read(document, variables);
    if (isNullish(date) || timezone === null) return null;
    if (iso8601 !== undefined && typeof iso8601 !== 'boolean') throw location(40521, 'iso8601 must evaluate to a bool');
    const local = toLocal(dateOf(date), zoneOf(timezone));
    const day = iso8601
      ? { isoWeekYear: isoWeekYear(local), isoWeek: isoWeek(local), isoDayOfWeek: isoDay(local) }
      : { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate() };
    return {
      ...day,
      hour: local.getUTCHours(),
      minute: local.getUTCMinutes(),
      second: local.getUTCSeconds(),
      millisecond: local.getUTCMilliseconds(),
    };
  };
}

export const dateOperators: Entry[] = [
  ...Object.entries(PARTS).map(([name, read]): Entry => [name, part(name, read)]),
  ['$dateToString', compileDateToString],
  ['$dateToParts', compileDateToParts],
];
