import { Long } from 'bson';
import { isNumber, toWhole, typeName, type Value } from '../../bson/value';
import { failedToParse, location } from '../../errors';
import { isNullish, type Evaluate, type Scope } from '../expression';
import { fromLocal, toLocal, zoneOf, type Zone } from '../zone';
import { dateOf } from './conversion';
import { compileNamed, type Entry } from './helpers';

const DAY = 86_400_000;
/** Units of fixed length, in milliseconds; they are counted on the instant, the others on the local calendar. */
const FIXED: Record<string, number> = { hour: 3_600_000, minute: 60_000, second: 1000, millisecond: 1 };
const MONTHS: Record<string, number> = { year: 12, quarter: 3, month: 1 };
const DAYS: Record<string, number> = { week: 7, day: 1 };
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

function readUnit(value: Value, code: number): string {
  if (typeof value !== 'string') throw location(code, `'unit' must be a string, but got ${typeName(value)}`);
  if (!(value in FIXED) && !(value in MONTHS) && !(value in DAYS))
    throw failedToParse(`unknown time unit value: ${value}`);
  return value;
}

function readWeekStart(value: Value, code: number): number {
  if (isNullish(value)) return 0;
  if (typeof value !== 'string') throw location(code, `'startOfWeek' must be a string, but got ${typeName(value)}`);
  const name = value.toLowerCase();
  const index = WEEKDAYS.findIndex((day) => day === name || day.slice(0, 3) === name);
  if (index < 0) throw failedToParse(`unknown day of week value: ${value}`);
  return index;
}

/** A date argument; anything without a date in it is refused with the operator's own code. */
function readDate(value: Value, code: number, what: string): Date {
  try {
    return dateOf(value);
  } catch {
    throw location(code, `${what} must be a date, timestamp or objectId, found ${typeName(value)}`);
  }
}

/** Moves a date by calendar or clock units in a zone; the end of a shorter month holds the day back. */
export function shiftDate(date: Date, unit: string, amount: number, zone: Zone): Date {
  if (unit in FIXED) return new Date(date.getTime() + amount * FIXED[unit]!);
  const local = toLocal(date, zone);
  if (unit in DAYS) return fromLocal(local.getTime() + amount * DAYS[unit]! * DAY, zone);
  const day = local.getUTCDate();
  local.setUTCDate(1);
  local.setUTCMonth(local.getUTCMonth() + amount * MONTHS[unit]!);
  const lastDay = new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + 1, 0)).getUTCDate();
  local.setUTCDate(Math.min(day, lastDay));
  return fromLocal(local, zone);
}

const shift = (name: string, sign: 1 | -1): Entry => [
  name,
  (argument, scope) => {
    const codes = { shape: 5166400, unknown: 5166401, missing: 5166402 };
    const read = compileNamed(name, argument, scope, ['startDate', 'unit', 'amount'], ['timezone'], codes);
    return (document, variables) => {
      const { startDate, unit, amount, timezone } = read(document, variables);
      if ([startDate, unit, amount].some(isNullish) || timezone === null) return null;
      const date = readDate(startDate, 5166403, `${name} requires startDate`);
      const step = readUnit(unit, 5166404);
      const count = isNumber(amount) ? toWhole(amount) : undefined;
      if (count === undefined) throw location(5166405, `${name} expects integer amount of time units`);
      const moved = shiftDate(date, step, count * sign, zoneOf(timezone));
      if (Number.isNaN(moved.getTime())) throw location(5166406, `${name} overflowed`);
      return moved;
    };
  },
];

/** The index of the bin a date falls in, counted from 2000-01-01, for bins of one unit. */
function unitIndex(date: Date, unit: string, weekStart: number, zone: Zone): number {
  const local = toLocal(date, zone);
  if (unit in FIXED) return Math.floor((local.getTime() - Date.UTC(2000, 0, 1)) / FIXED[unit]!);
  if (unit in MONTHS) {
    return Math.floor(((local.getUTCFullYear() - 2000) * 12 + local.getUTCMonth()) / MONTHS[unit]!);
  }
  return Math.floor((local.getTime() - dayOrigin(unit, weekStart)) / (DAYS[unit]! * DAY));
}

/** 2000-01-01 for days; for weeks the first day from it on which a week starts (it was a Saturday). */
const dayOrigin = (unit: string, weekStart: number) =>
  Date.UTC(2000, 0, 1) + (unit === 'week' ? ((weekStart - 6 + 7) % 7) * DAY : 0);

function compileTruncate(argument: Value, scope: Scope): Evaluate {
  const codes = { shape: 5439007, unknown: 5439008, missing: 5439009 };
  const optional = ['binSize', 'timezone', 'startOfWeek'];
  const read = compileNamed('$dateTrunc', argument, scope, ['date', 'unit'], optional, codes);
  return (document, variables) => {
    const { date, unit, binSize = 1, timezone, startOfWeek } = read(document, variables);
    if ([date, unit, binSize].some(isNullish) || timezone === null) return null;
    const instant = readDate(date, 5439012, "$dateTrunc 'date'");
    const step = readUnit(unit, 5439013);
    if (step === 'week' && startOfWeek === null) return null;
    const size = isNumber(binSize) ? toWhole(binSize) : undefined;
    if (size === undefined) throw location(5439017, "$dateTrunc requires 'binSize' to be a 64-bit integer");
    if (size <= 0) throw location(5439018, "$dateTrunc requires 'binSize' to be greater than 0");
    return truncate(instant, step, size, zoneOf(timezone), readWeekStart(startOfWeek, 5439015));
  };
}

function truncate(date: Date, unit: string, size: number, zone: Zone, weekStart: number): Date {
  if (unit in FIXED) {
    // Bins of fixed length run on the instant from the zone's own 2000-01-01.
    const origin = fromLocal(Date.UTC(2000, 0, 1), zone).getTime();
    const length = FIXED[unit]! * size;
    return new Date(origin + Math.floor((date.getTime() - origin) / length) * length);
  }
  const bin = Math.floor(unitIndex(date, unit, weekStart, zone) / size) * size;
  if (unit in MONTHS) return fromLocal(Date.UTC(2000, bin * MONTHS[unit]!, 1), zone);
  return fromLocal(dayOrigin(unit, weekStart) + bin * DAYS[unit]! * DAY, zone);
}

function compileDifference(argument: Value, scope: Scope): Evaluate {
  const codes = { shape: 5166301, unknown: 5166302, missing: 5166303 };
  const required = ['startDate', 'endDate', 'unit'];
  const read = compileNamed('$dateDiff', argument, scope, required, ['timezone', 'startOfWeek'], codes);
  return (document, variables) => {
    const { startDate, endDate, unit, timezone, startOfWeek } = read(document, variables);
    if ([startDate, endDate, unit].some(isNullish) || timezone === null) return null;
    const start = readDate(startDate, 5166307, "$dateDiff 'startDate'");
    const end = readDate(endDate, 5166307, "$dateDiff 'endDate'");
    const step = readUnit(unit, 5166306);
    if (step === 'week' && startOfWeek === null) return null;
    const zone = zoneOf(timezone);
    const weekStart = readWeekStart(startOfWeek, 5439016);
    return Long.fromNumber(unitIndex(end, step, weekStart, zone) - unitIndex(start, step, weekStart, zone));
  };
}

export const dateArithmeticOperators: Entry[] = [
  shift('$dateAdd', 1),
  shift('$dateSubtract', -1),
  ['$dateTrunc', compileTruncate],
  ['$dateDiff', compileDifference],
];
