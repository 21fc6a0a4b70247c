import { addDays, daysFrom, mondayOf } from '../calendar';
import { dayOf, freeDays } from './capacity';
import type { Commitment, Plan, Wish } from './plan';

/** One week of one person. All in minutes. */
export interface WeekLoad {
  /** Its Monday. */
  week: string;
  /** What the hands can do from today on. */
  capacity: number;
  /** Fittings, and the pieces that are promised. */
  taken: number;
  /** The piece that is asked for. */
  piece: number;
  /** What is due by the end of the week and finds no hands. */
  over: number;
}

interface Open {
  from: number;
  due: number;
  left: number;
  isPiece: boolean;
}

/**
 * The weeks of one person, filled as they will be worked: what is due first goes first, and nothing before it can begin. What is
 * not done on its last evening is `over` in that week and is still to be worked afterwards.
 * @param wish a piece on top of it, with the day it would be promised for
 */
export function loadByWeek(plan: Plan, handsId: string, weeks: number, wish?: { wish: Wish; day: string }): WeekLoad[] {
  const { today } = plan;
  const hands = plan.people.find(({ id }) => id === handsId);
  if (!hands) return [];
  const first = mondayOf(today);
  const days = daysFrom(today, addDays(first, weeks * 7));
  const free = freeDays(hands, plan.house, plan.booked, today, days);
  const open: Open[] = [
    ...plan.work
      .filter((one) => one.handsId === handsId && one.id !== wish?.wish.id)
      .flatMap((one) => openOf(one, today)),
    ...(wish ? openOf({ id: '', handsId, due: wish.day, parts: wish.wish.parts }, today, true) : []),
  ].sort((a, b) => a.due - b.due);
  const minutesOn = dayOf(hands, plan.house);
  const loads = Array.from({ length: weeks }, (_, index) => ({
    week: addDays(first, index * 7),
    capacity: 0,
    taken: 0,
    piece: 0,
    over: 0,
  }));
  for (let day = 0; day < days; day += 1) {
    const load = loads[Math.floor(daysFrom(first, addDays(today, day)) / 7)];
    if (!load) continue;
    const capacity = minutesOn(addDays(today, day));
    let hours = free[day] ?? 0;
    load.capacity += capacity;
    load.taken += capacity - hours;
    for (const one of open) {
      const worked = one.from <= day ? Math.min(hours, one.left) : 0;
      hours -= worked;
      one.left -= worked;
      if (one.isPiece) load.piece += worked;
      else load.taken += worked;
      // Its last evening; what was late before today is too much today.
      if (one.due === day + 1 || (one.due === 0 && day === 0)) load.over += one.left;
    }
  }
  return loads;
}

const openOf = ({ due, parts }: Commitment, today: string, isPiece = false): Open[] =>
  parts.map(({ minutes, from }) => ({
    from: from === undefined ? 0 : Math.max(0, daysFrom(today, from)),
    due: Math.max(0, daysFrom(today, due)),
    left: minutes,
    isPiece,
  }));
