import type { Locale } from './actor';
import { type NumberKind, type Reading, readNumber } from './numbers';

/** A length of a body or a cloth, in centimetres to the tenth; the tape ends at four metres. */
export const CENTIMETRES = {
  decimals: 1,
  units: [
    { names: ['cm', 'centimètre', 'centimètres', 'centimetre', 'centimetres'], factor: 1 },
    { names: ['mm'], factor: 0.1 },
    { names: ['m', 'mètre', 'mètres', 'metre', 'metres'], factor: 100 },
  ],
  min: 0.1,
  max: 400,
  length: true,
} as const satisfies NumberKind;

/** A length of cloth, in whole centimetres. */
export const CLOTH = { ...CENTIMETRES, decimals: 0, min: 1, max: 5000 } as const satisfies NumberKind;

/** By how much a garment changes at a point, in centimetres to the tenth. */
export const DELTA = { ...CENTIMETRES, signed: true, min: -50, max: 50 } as const satisfies NumberKind;

/** Per cent, to the hundredth: 20, 5.5. */
export const PERCENT = {
  decimals: 2,
  units: [{ names: ['%', 'pour cent', 'percent', 'per cent'], factor: 1 }],
  max: 100,
} as const satisfies NumberKind;

/** Per cent where parts of one are not wanted. */
export const WHOLE_PERCENT = { ...PERCENT, decimals: 0 } as const satisfies NumberKind;

const HOUR_NAMES = ['h', 'hr', 'hrs', 'heure', 'heures', 'hour', 'hours'];
const MINUTE_NAMES = ['min', 'mn', 'mins', 'minute', 'minutes'];

/** How much of something a quote counts, to the thousandth: metres of cloth, hours, pieces. */
export const QUANTITY = {
  decimals: 3,
  units: [
    {
      names: [...HOUR_NAMES, 'm', 'mètre', 'mètres', 'metre', 'metres', 'pièce', 'pièces', 'piece', 'pieces'],
      factor: 1,
    },
    { names: ['cm'], factor: 0.01 },
  ],
  min: 0.001,
  max: 10_000,
} as const satisfies NumberKind;

/** Whole days; a sign says earlier or later. */
export const DAYS = {
  decimals: 0,
  units: [
    { names: ['j', 'jour', 'jours', 'd', 'day', 'days'], factor: 1 },
    { names: ['semaine', 'semaines', 'sem', 'week', 'weeks'], factor: 7 },
  ],
  max: 3650,
} as const satisfies NumberKind;
export const DAYS_LATER = { ...DAYS, signed: true, min: -3650 } as const satisfies NumberKind;

/** How many of something. */
export const COUNT = { decimals: 0, max: 1000 } as const satisfies NumberKind;

/** Hours of work, to the hundredth. */
export const HOURS = {
  decimals: 2,
  units: [
    { names: HOUR_NAMES, factor: 1 },
    { names: MINUTE_NAMES, factor: 1 / 60 },
  ],
  max: 2000,
} as const satisfies NumberKind;

/** A length of time in whole minutes. */
export const MINUTES = {
  decimals: 0,
  units: [
    { names: MINUTE_NAMES, factor: 1 },
    { names: HOUR_NAMES, factor: 60 },
  ],
  min: 1,
  max: 100_000,
} as const satisfies NumberKind;

/** `2h`, `1 h 30`, `2:30`: hours and minutes in one. */
const CLOCK = /^(\d{1,3})\s*(?:h|:|hours?|heures?)\s*(\d{1,2})\s*(?:min|mn|m)?$/i;

/** Reads a length of time in minutes: `90`, `45 min`, `2h`, `1 h 30`, `1,5 h`. */
export function readMinutes(text: string, locale: Locale, kind: NumberKind = MINUTES): Reading {
  const clock = CLOCK.exec(text.replace(/[\s\u00a0\u202f]+/g, ' ').trim());
  if (!clock) return readNumber(text, locale, kind);
  const [, hours, minutes] = clock.map(Number);
  if (minutes === undefined || minutes > 59) return { state: 'unreadable' };
  return readNumber(String((hours ?? 0) * 60 + minutes), locale, kind);
}
