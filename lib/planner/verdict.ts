import { addDays, daysFrom, mondayOf } from '../calendar';
import { intervalsOn } from '../house/rules';
import { freeDays, within } from './capacity';
import type { Commitment, Plan, Reason, Verdict, Wish } from './plan';
import { loadsOf, type Stretch, stretchesOf, tenableMinutes } from './stretches';
import type { Degree } from './words';

/** How far ahead a house promises: the longest lead is a wedding dress, ordered a year before. */
const HORIZON_DAYS = 400;

/** What a wish is judged on: the days of its hands as far as they are asked for, and what they have promised already. */
interface Bench {
  free: number[];
  /** As far as anything can slip. */
  farFree: () => number[];
  work: Commitment[];
  loads: ReturnType<typeof loadsOf>;
}

function benchOf(plan: Plan, wish: Wish, until: number): Bench {
  const hands = plan.people.find(({ id }) => id === wish.handsId);
  const work = plan.work.filter(({ id, handsId }) => handsId === wish.handsId && id !== wish.id);
  const furthest = Math.max(until, ...work.map(({ due }) => daysFrom(plan.today, due)));
  const free = (days: number) => (hands ? freeDays(hands, plan.house, plan.booked, plan.today, days) : []);
  return { free: free(furthest), farFree: () => free(furthest + HORIZON_DAYS), work, loads: loadsOf(plan.today, work) };
}

const needOf = ({ parts }: Wish): number => parts.reduce((sum, { minutes }) => sum + minutes, 0);
const slackOf = ({ supply, own, others }: Stretch): number => supply - own - others;
/** Whether it has its reserve. */
const isRoomy = ({ supply, own, others }: Stretch): boolean => own + others <= tenableMinutes(supply);
const least = (stretches: readonly Stretch[]): Stretch | undefined =>
  stretches.reduce<Stretch | undefined>(
    (worst, one) => (worst && slackOf(worst) <= slackOf(one) ? worst : one),
    undefined,
  );
/** The week in which a stretch overflows: that of its last evening. */
const weekOf = (today: string, { to }: Stretch): string => mondayOf(addDays(today, Math.max(0, to - 1)));

/** What the calendar alone says against a day. */
function againstDay({ today, house, work }: Plan, wish: Wish, day: string): Reason[] {
  const reasons: Reason[] = [];
  if (day < today) reasons.push({ kind: 'past', today });
  if (intervalsOn(house, day).length === 0)
    reasons.push({ kind: 'closed', closure: house.closures.find((closure) => within(closure, day)) });
  if (wish.eventDay !== undefined && day > wish.eventDay) reasons.push({ kind: 'afterEvent', eventDay: wish.eventDay });
  const feast = house.feasts.find((one) => one.closesPromises && within(one, day));
  // What was promised for these days before is what they are kept free for.
  const isNew = !work.some(({ id, due }) => id === wish.id && due === day);
  if (feast && isNew) reasons.push({ kind: 'feast', feast });
  // What begins on the day itself is not ready on its morning.
  const from = wish.parts.reduce((last, one) => (one.minutes > 0 && one.from && one.from > last ? one.from : last), '');
  if (from >= day) reasons.push({ kind: 'notBefore', from });
  return reasons;
}

/** The first morning on which so many minutes are worked. */
function morningAfter(free: readonly number[], needed: number, today: string): string | undefined {
  let done = 0;
  const last = free.findIndex((minutes) => (done += minutes) >= needed);
  return last < 0 ? undefined : addDays(today, last + 1);
}

function againstOthers(plan: Plan, bench: Bench, stretches: readonly Stretch[], need: number): Reason[] {
  const { work, loads } = bench;
  const broken = new Map<number, { missing: number; already: number }>();
  for (const one of stretches) {
    const missing = -slackOf(one);
    if (missing <= (broken.get(one.to)?.missing ?? 0)) continue;
    broken.set(one.to, { missing, already: Math.max(0, missing - one.own) });
  }
  if (broken.size === 0) return [];
  const free = bench.farFree();
  return work.flatMap(({ id, due }): Reason[] => {
    const at = Math.max(0, daysFrom(plan.today, due));
    const found = broken.get(at);
    if (!found) return [];
    // What is due first goes first: everything up to this one, and the new work.
    const upTo = loads.filter((load) => load.due <= at).reduce((sum, { minutes }) => sum + minutes, need);
    return [{ kind: 'otherSuffers', id, due, ...found, to: morningAfter(free, upTo, plan.today) }];
  });
}

const HARD: ReadonlySet<Reason['kind']> = new Set([
  'past',
  'closed',
  'afterEvent',
  'notBefore',
  'beyondHands',
  'otherSuffers',
]);

const degreeOf = (reasons: readonly Reason[]): Degree =>
  reasons.some(({ kind }) => HARD.has(kind)) ? 'untenable' : reasons.length > 0 ? 'tight' : 'holds';

function judge(plan: Plan, bench: Bench, wish: Wish, day: string): Verdict {
  const { today } = plan;
  const due = Math.max(0, daysFrom(today, day));
  const needed = needOf(wish);
  const stretches = [...stretchesOf(bench.free, bench.loads, wish.parts, today, due)];
  const own = least(stretches.filter(({ to }) => to === due));
  const free = Math.max(0, needed + (own ? slackOf(own) : 0));
  const reasons = againstDay(plan, wish, day);
  if (own && slackOf(own) < 0)
    reasons.push({ kind: 'beyondHands', week: weekOf(today, own), needed, free, missing: -slackOf(own) });
  const later = stretches.filter(({ to }) => to > due);
  reasons.push(...againstOthers(plan, bench, later, needed));
  const thin = least(stretches.filter((one) => !isRoomy(one)));
  if (thin && slackOf(thin) >= 0)
    reasons.push({ kind: 'littleMargin', week: weekOf(today, thin), needed, free, margin: slackOf(thin) });
  return { day, degree: degreeOf(reasons), needed, free, reasons };
}

/**
 * Whether a day can be promised for this work, and why not: the hours until the evening before against the hands that are there,
 * less what they have promised already. A day that holds has a reserve (see `tenableMinutes`); a tight one has none; an untenable
 * one is beyond the hands, takes another promise with it, or is no day to promise at all.
 */
export const verdict = (plan: Plan, wish: Wish, day: string): Verdict =>
  judge(plan, benchOf(plan, wish, daysFrom(plan.today, day)), wish, day);

/**
 * The first day that simply holds, `undefined` where none does before the event or within the horizon. More days only help the
 * hands, so their first day is found by halving; the calendar is then asked day by day.
 * @param from the first day that is asked for; today where none is said
 */
export function earliestDay(plan: Plan, wish: Wish, from = plan.today): string | undefined {
  const { free, loads } = benchOf(plan, wish, HORIZON_DAYS);
  const suffices = (due: number): boolean => [...stretchesOf(free, loads, wish.parts, plan.today, due)].every(isRoomy);
  let [ahead, last] = [Math.max(0, daysFrom(plan.today, from)), HORIZON_DAYS];
  if (!suffices(last)) return undefined;
  while (ahead < last) {
    const middle = Math.floor((ahead + last) / 2);
    if (suffices(middle)) last = middle;
    else ahead = middle + 1;
  }
  for (; ahead <= HORIZON_DAYS; ahead += 1) {
    const day = addDays(plan.today, ahead);
    if (againstDay(plan, wish, day).length === 0) return day;
  }
  return undefined;
}

/** The same for a piece that anybody may take: the person who has it ready first, the first in the list where two do. */
export function earliestHands(plan: Plan, wish: Omit<Wish, 'handsId'>): { handsId: string; day: string } | undefined {
  return plan.people
    .flatMap(({ id }) => {
      const day = earliestDay(plan, { ...wish, handsId: id });
      return day === undefined ? [] : [{ handsId: id, day }];
    })
    .reduce<{ handsId: string; day: string } | undefined>(
      (best, one) => (best && best.day <= one.day ? best : one),
      undefined,
    );
}
