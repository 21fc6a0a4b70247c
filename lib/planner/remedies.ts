import { daysFrom } from '../calendar';
import { freeDays } from './capacity';
import type { Plan, Remedy, Wish } from './plan';
import { loadsOf, stretchesOf, tenableMinutes } from './stretches';
import { earliestDay, verdict } from './verdict';

/** Other promises that are tried before one gives up: those that are due last cost their clients least. */
const TRIED = 12;

/** Minutes above what lets a day hold, or (negative) below it. */
function excess(plan: Plan, handsId: string, wish: Wish, day: string): number {
  const hands = plan.people.find(({ id }) => id === handsId);
  if (!hands) return Infinity;
  const work = plan.work.filter((one) => one.handsId === handsId && one.id !== wish.id);
  const due = Math.max(0, daysFrom(plan.today, day));
  const furthest = Math.max(due, ...work.map((one) => daysFrom(plan.today, one.due)));
  const free = freeDays(hands, plan.house, plan.booked, plan.today, furthest + 1);
  const stretches = [...stretchesOf(free, loadsOf(plan.today, work), wish.parts, plan.today, due)];
  return Math.max(-Infinity, ...stretches.map((one) => one.own + one.others - Math.floor(tenableMinutes(one.supply))));
}

/** Who could take what is too much, so that the day holds: as few people as possible, whoever has most left first. */
function otherHands(plan: Plan, wish: Wish, day: string): Remedy[] {
  const tooMuch = excess(plan, wish.handsId, wish, day);
  const need = wish.parts.reduce((sum, { minutes }) => sum + minutes, 0);
  if (!(tooMuch > 0) || tooMuch > need) return [];
  const from = wish.parts.reduce<string | undefined>(
    (last, one) => (one.from && (!last || one.from > last) ? one.from : last),
    undefined,
  );
  const spare = plan.people
    .filter(({ id }) => id !== wish.handsId)
    .map(({ id }) => {
      // One minute more than nothing, to see what stretches it would fall into.
      const probe = { ...wish, handsId: id, parts: [{ minutes: 1, from }] };
      return { handsId: id, minutes: Math.max(0, 1 - excess(plan, id, probe, day)) };
    })
    .filter(({ minutes }) => minutes > 0 && Number.isFinite(minutes))
    .sort((a, b) => b.minutes - a.minutes);
  const shares: { handsId: string; minutes: number }[] = [];
  let left = tooMuch;
  for (const one of spare) {
    if (left <= 0) break;
    shares.push({ handsId: one.handsId, minutes: Math.min(left, one.minutes) });
    left -= one.minutes;
  }
  return left > 0 ? [] : [{ kind: 'anotherHand', shares }];
}

/** The other promise of the same hands that would make room: where it could go without breaking, and this day holds. */
function otherOrder(plan: Plan, wish: Wish, day: string): Remedy[] {
  const movable = plan.work
    .filter(({ id, handsId, due }) => handsId === wish.handsId && id !== wish.id && due >= plan.today)
    .sort((a, b) => (a.due < b.due ? 1 : -1))
    .slice(0, TRIED);
  for (const one of movable) {
    const without: Plan = {
      ...plan,
      work: plan.work.filter(({ id, handsId }) => id !== one.id || handsId !== one.handsId),
    };
    if (verdict(without, wish, day).degree !== 'holds') continue;
    const withWish: Plan = {
      ...without,
      work: [
        ...without.work.filter(({ id }) => id !== wish.id),
        { id: wish.id ?? '', handsId: wish.handsId, due: day, parts: wish.parts },
      ],
    };
    const to = earliestDay(withWish, { id: one.id, handsId: one.handsId, parts: one.parts, eventDay: one.noLaterThan });
    if (to !== undefined && to > one.due) return [{ kind: 'anotherOrder', id: one.id, due: one.due, to }];
  }
  return [];
}

/** What would make a promise hold where this day does not: another hand, another day, another order that makes room. */
export function remedies(plan: Plan, wish: Wish, day: string): Remedy[] {
  const { degree, reasons } = verdict(plan, wish, day);
  if (degree === 'holds') return [];
  // The next one, else (before an event, at the end of the horizon) the earliest there is.
  const next = earliestDay(plan, wish, day) ?? earliestDay(plan, wish);
  const other: Remedy[] = next === undefined ? [] : [{ kind: 'anotherDay', day: next }];
  // Neither hands nor room help a day that is none.
  const ofTheDay = reasons.some(({ kind }) => ['past', 'closed', 'afterEvent', 'feast', 'notBefore'].includes(kind));
  return ofTheDay ? other : [...otherHands(plan, wish, day), ...other, ...otherOrder(plan, wish, day)];
}
