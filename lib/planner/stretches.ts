import { daysFrom } from '../calendar';
import type { Commitment, Part } from './plan';

/** Days are numbers here: 0 is today, a stretch goes from the morning of `from` to the morning of `to`. */
export interface Stretch {
  from: number;
  to: number;
  /** Minutes that must be worked within it: of the piece that is judged, and of all others. */
  own: number;
  others: number;
  /** Minutes the hands have in it. */
  supply: number;
}

/** A part of some work with the days it lies between. */
interface Load {
  from: number;
  due: number;
  minutes: number;
}

/** Past days count as today: what is late is worked on first. */
const indexOf = (today: string, day: string | undefined): number =>
  day === undefined ? 0 : Math.max(0, daysFrom(today, day));

/** What commitments weigh, seen from a day: each promise of a plan is judged beside all the others. */
const weighed = new WeakMap<Commitment, { today: string; loads: readonly Load[] }>();

function loadOf(today: string, commitment: Commitment): readonly Load[] {
  const known = weighed.get(commitment);
  if (known?.today === today) return known.loads;
  const due = indexOf(today, commitment.due);
  const loads = commitment.parts.map(({ minutes, from }) => ({ from: indexOf(today, from), due, minutes }));
  weighed.set(commitment, { today, loads });
  return loads;
}

export const loadsOf = (today: string, work: readonly Commitment[]): Load[] =>
  work.flatMap((commitment) => loadOf(today, commitment));

/**
 * All stretches of days that the new work falls into. One pair of hands can keep all its days exactly when no stretch asks for
 * more than it holds: what may not begin before it and must be done after it lies wholly inside (Horn 1974; Baruah, Rosier and
 * Howell 1990, the « processor demand » of earliest-deadline-first). Stretches without the new work are what they were before.
 */
export function* stretchesOf(
  free: readonly number[],
  others: readonly Load[],
  parts: readonly Part[],
  today: string,
  due: number,
): Generator<Stretch> {
  const own = parts
    .filter(({ minutes }) => minutes > 0)
    .map(({ minutes, from }) => ({ from: indexOf(today, from), minutes }));
  const latest = Math.max(-1, ...own.map(({ from }) => from));
  const starts = [...new Set([...own, ...others].map(({ from }) => from))].filter((from) => from <= latest);
  const ends = [...new Set([due, ...others.map((load) => load.due).filter((end) => end > due)])].sort((a, b) => a - b);
  for (const from of starts) {
    const ownMinutes = own.filter((part) => part.from >= from).reduce((sum, part) => sum + part.minutes, 0);
    const after = others.filter((load) => load.from >= from).sort((a, b) => a.due - b.due);
    let [supply, othersMinutes, next, day] = [0, 0, 0, from];
    for (const to of ends) {
      for (; day < to; day += 1) supply += free[day] ?? 0;
      for (; next < after.length && (after[next]?.due ?? 0) <= to; next += 1)
        othersMinutes += after[next]?.minutes ?? 0;
      yield { from, to, own: ownMinutes, others: othersMinutes, supply };
    }
  }
}

/**
 * What a house loses of its hours on average, of those it counts on weeks ahead: sickness (3.6 % of employees in an average week,
 * Dares 2013; 5.8 % of the days, Apicil 2022) and leave that was not asked for yet (two of five weeks a year, 4 %), a client who
 * comes unannounced (2 %).
 */
const LOST = 0.12;
/**
 * And what it loses at worst, once in twenty times: losses come as whole illnesses and whole weeks of leave, not as a share, so they
 * grow with the root of the time. Squared days lost for each working day, by usual days of seven hours: 0.37 for illness (one
 * begins on one day in sixty and lasts one to twenty), 0.29 for a week of leave three times a year that was not asked for when
 * the day was promised, 0.17 for pieces that miss their hours by a fifth. The root of the sum is 0.9, and 1.65 of it is one time in
 * twenty.
 */
const AT_WORST = 1.5;
const USUAL_DAY = 7 * 60;

/**
 * Minutes that a tenable day may use of a stretch, out of those it has. It grows with the stretch and asks for nothing else, so that
 * an hour more of anybody's can only help: nothing of three days, a fifth of a working week, half of three weeks, two thirds of two
 * months.
 */
export const tenableMinutes = (supply: number): number =>
  Math.max(0, supply * (1 - LOST) - AT_WORST * Math.sqrt(supply * USUAL_DAY));
