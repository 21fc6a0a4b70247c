import type { Days, Presence } from '../auth/rules';
import type { Closure, OpeningHours } from '../house/schemas';
import type { Bilingual } from '../i18n/bilingual';
import type { Feast } from '../house/words';
import type { Degree } from './words';

/** A feast or a season in one year. */
export interface FeastWeek extends Days {
  feast?: Feast;
  /** The name of days the owner said themselves. */
  label?: Bilingual;
  /** What part of the usual hours is left for pieces: the rest goes to the counter, or is not worked at all. */
  share: number;
  /** Whether the house promises nothing new for these days: what was promised before falls due in them. */
  closesPromises: boolean;
  /** Reckoned from the moon: the announced day may differ by one, until the owner confirms it. */
  reckoned: boolean;
}

/** The days of the house. */
export interface HouseDays {
  openingHours: OpeningHours;
  closures: readonly Closure[];
  feasts: readonly FeastWeek[];
}

/** A week that holds from a day on. */
export interface AgreedHours {
  from: string;
  weeklyHours: number;
  workingDays: readonly number[];
}

/** A person who works on pieces. */
export interface Hands {
  id: string;
  weeklyHours: number;
  /** With the absences that are planned. */
  presence: Presence;
  /** Other weeks from a day on, earliest first. */
  weeks: readonly AgreedHours[];
}

/** Work that cannot begin before something is there: the cloth, a person, nothing. */
export interface Part {
  minutes: number;
  /** The first day it can be worked on. */
  from?: string;
}

/** What somebody has to finish by a day: an order, or a task without one. An order of several people has one for each. */
export interface Commitment {
  /** The order's, or the task's. */
  id: string;
  handsId: string;
  /** The day it is handed over: ready the evening before, since nobody knows at which hour the client comes. */
  due: string;
  parts: readonly Part[];
  /** The last day it may be moved to, where it has an event. */
  noLaterThan?: string;
}

/** An hour that is given away: a fitting, a measuring. */
export interface Booking {
  handsId: string;
  day: string;
  minutes: number;
}

/** All that a day is judged by. */
export interface Plan {
  today: string;
  house: HouseDays;
  people: readonly Hands[];
  work: readonly Commitment[];
  booked: readonly Booking[];
}

/** The work that is asked for, not yet in the plan. The plan's own commitment of the same id is left out of it. */
export interface Wish {
  id?: string;
  handsId: string;
  parts: readonly Part[];
  /** The day the piece is worn. */
  eventDay?: string;
}

/** Why, as data; the words are the languages'. Hours are minutes here as everywhere. */
export type Reason =
  | { kind: 'past'; today: string }
  | { kind: 'closed'; closure?: Closure }
  | { kind: 'afterEvent'; eventDay: string }
  | { kind: 'feast'; feast: FeastWeek }
  | { kind: 'notBefore'; from: string }
  /** The hands do not suffice: what this piece needs, and what is left for it until then. `week` is the one that overflows. */
  | { kind: 'beyondHands'; week: string; needed: number; free: number; missing: number }
  /** They just suffice: `margin` is what may be lost before the day falls. */
  | { kind: 'littleMargin'; week: string; needed: number; free: number; margin: number }
  /** Another promise would fall with it: `already` of what is missing was missing before; `to` is the day it would slip to. */
  | { kind: 'otherSuffers'; id: string; due: string; missing: number; already: number; to?: string };

/** What would make the day tenable, or which day is. */
export type Remedy =
  | { kind: 'anotherHand'; shares: { handsId: string; minutes: number }[] }
  | { kind: 'anotherDay'; day: string }
  | { kind: 'anotherOrder'; id: string; due: string; to: string };

export interface Verdict {
  day: string;
  degree: Degree;
  /** Minutes this piece needs, and those that are left for it until the day. */
  needed: number;
  free: number;
  reasons: Reason[];
}
