import { type Days, heldOn, isAtWork } from '../auth/rules';
import { addDays, weekdayNumber } from '../calendar';
import { intervalsOn } from '../house/rules';
import { type OpeningHours } from '../house/schemas';
import { WEEKDAYS } from '../house/words';
import { clockMinutes } from '../i18n/atelier-time';
import type { Booking, Hands, HouseDays } from './plan';

const openMinutes = (hours: OpeningHours, weekday: number): number => {
  const name = WEEKDAYS[weekday - 1];
  return name ? hours[name].reduce((sum, one) => sum + clockMinutes(one.to) - clockMinutes(one.from), 0) : 0;
};

/**
 * What one person can do on a weekday (1 Monday to 7): the week's hours shared over the days they work, in proportion to
 * how long the house is open, so that a short Saturday holds less. To the nearest half hour.
 */
export function capacityOn(
  person: { weeklyHours: number; workingDays: readonly number[] },
  hours: OpeningHours,
  weekday: number,
): number {
  if (!person.workingDays.includes(weekday)) return 0;
  const open = person.workingDays.reduce((sum, day) => sum + openMinutes(hours, day), 0);
  if (open === 0) return 0;
  const share = (person.weeklyHours * 60 * openMinutes(hours, weekday)) / open;
  return Math.round(share / 30) * 30;
}

/** Whether a day is one of these. */
export const within = ({ from, to }: Days, day: string): boolean => from <= day && day <= to;

/** Minutes one person has for pieces and fittings on any day: none when the house is closed or they are away, less in a feast week. */
export function dayOf({ weeklyHours, presence, weeks }: Hands, house: HouseDays): (day: string) => number {
  const minutesOf = (week: { weeklyHours: number; workingDays: readonly number[] }): number[] =>
    WEEKDAYS.map((_, index) => capacityOn(week, house.openingHours, index + 1));
  const first = minutesOf({ weeklyHours, workingDays: presence.workingDays });
  const agreed = weeks.map((week) => ({ from: week.from, minutes: minutesOf(week) }));
  return (day) => {
    const { minutes } = heldOn(agreed, day, { minutes: first });
    const usual = minutes[weekdayNumber(day) - 1] ?? 0;
    if (usual === 0 || intervalsOn(house, day).length === 0 || !isAtWork(presence, day)) return 0;
    // Two feasts may meet: the one that leaves less is the one that counts.
    const share = Math.min(1, ...house.feasts.filter((feast) => within(feast, day)).map((feast) => feast.share));
    return Math.round(usual * share);
  };
}

interface Reckoned {
  house: HouseDays;
  booked: readonly Booking[];
  today: string;
  free: readonly number[];
}
/** The days of hands that were reckoned for a plan: each of its promises asks for the same ones. */
const reckoned = new WeakMap<Hands, Reckoned>();

function reckon(hands: Hands, { house, booked, today }: Omit<Reckoned, 'free'>, days: number): number[] {
  const taken = new Map<string, number>();
  for (const one of booked) if (one.handsId === hands.id) taken.set(one.day, (taken.get(one.day) ?? 0) + one.minutes);
  const minutesOn = dayOf(hands, house);
  return Array.from({ length: days }, (_, index) => {
    const day = addDays(today, index);
    return Math.max(0, minutesOn(day) - (taken.get(day) ?? 0));
  });
}

/** The same for each day from `today` on, less what is booked: minutes that are free for pieces. */
export function freeDays(
  hands: Hands,
  house: HouseDays,
  booked: readonly Booking[],
  today: string,
  days: number,
): number[] {
  const wanted = Math.max(0, days);
  const known = reckoned.get(hands);
  const isSame = known?.house === house && known.booked === booked && known.today === today;
  if (known && isSame && known.free.length >= wanted) return known.free.slice(0, wanted);
  const free = reckon(hands, { house, booked, today }, wanted);
  reckoned.set(hands, { house, booked, today, free });
  return [...free];
}
