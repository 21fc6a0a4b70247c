import { typeName, type Value } from '../bson/value';
import { location } from '../errors';

/** Milliseconds east of UTC at an instant. */
export type Zone = (instant: number) => number;

const MINUTE = 60_000;
const zones = new Map<string, Zone>();

/** Reads a timezone: an Olson name, `+02:00`, `+0200`, `+02`, or nothing for UTC. */
export function zoneOf(value: Value): Zone {
  if (value === undefined) return () => 0;
  if (typeof value !== 'string') throw location(40517, `timezone must evaluate to a string, found ${typeName(value)}`);
  const known = zones.get(value);
  if (known) return known;
  const zone = makeZone(value);
  zones.set(value, zone);
  return zone;
}

function makeZone(name: string): Zone {
  if (name === 'UTC' || name === 'GMT' || name === 'Z') return () => 0;
  const offset = /^([+-])(\d{2})(?::?(\d{2}))?$/.exec(name);
  if (offset) {
    const minutes = (Number(offset[2]) * 60 + Number(offset[3] ?? 0)) * (offset[1] === '-' ? -1 : 1);
    return () => minutes * MINUTE;
  }
  const format = formatFor(name);
  return (instant) => {
    const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    const local = Date.UTC(parts.year!, parts.month! - 1, parts.day!, parts.hour!, parts.minute!, parts.second!);
    return local - Math.floor(instant / 1000) * 1000;
  };
}

function formatFor(name: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch (error) {
    if (error instanceof RangeError) throw location(40485, `unrecognized time zone identifier: "${name}"`);
    throw error;
  }
}

/** The wall clock of a zone, as a Date whose UTC fields read it. */
export const toLocal = (date: Date, zone: Zone): Date => new Date(date.getTime() + zone(date.getTime()));

/** The instant at which a zone's clock shows a time; an hour that is skipped is read with the offset before it. */
export function fromLocal(local: Date | number, zone: Zone): Date {
  const clock = typeof local === 'number' ? local : local.getTime();
  const guess = clock - zone(clock);
  const instant = clock - zone(guess);
  return new Date(zone(instant) === clock - instant ? instant : clock - zone(Math.min(guess, instant)));
}
