/** What a finished piece teaches: what the house had said, and what it took, in minutes. */
export interface Finished {
  estimated: number;
  spent: number;
}

/** What the house's own hours weigh against what was spent: as much as a working week, so that one odd piece changes little. */
const TRUST_MINUTES = 35 * 60;
/** Nobody sews twice as fast as they say, or four times as slowly: such a record is a forgotten clock. */
const PACES = { least: 0.5, most: 4 };
/** The newest pieces that are asked: a house changes its hands. */
const ASKED = 40;

/**
 * How much longer pieces take than the house says: the hours spent over the hours foreseen, drawn towards 1 as long as few are
 * known.
 * @param finished newest first
 */
export function paceOf(finished: readonly Finished[]): number {
  const known = finished
    .filter(
      ({ estimated, spent }) => estimated > 0 && spent >= estimated * PACES.least && spent <= estimated * PACES.most,
    )
    .slice(0, ASKED);
  const sum = (of: keyof Finished): number => known.reduce((all, one) => all + one[of], TRUST_MINUTES);
  return sum('spent') / sum('estimated');
}

/** Days a supplier's word is doubted by as long as the house has seen few of its parcels: a working week. */
const UNKNOWN_DELAY = 7;
/** Parcels after which the house's own experience counts. */
const ENOUGH_PARCELS = 10;
/** One parcel in ten may be later than this and eat the reserve. */
const LATE_SHARE = 0.9;

/**
 * Days to allow for a cloth above the day that was said: what nine parcels in ten keep to.
 * @param daysLate of the last parcels, 0 for one that was on time, newest first
 */
export function clothAllowance(daysLate: readonly number[]): number {
  const known = daysLate.slice(0, ASKED).map((days) => Math.max(0, days));
  if (known.length < ENOUGH_PARCELS) return Math.max(UNKNOWN_DELAY, ...known);
  const sorted = [...known].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * LATE_SHARE) - 1] ?? UNKNOWN_DELAY;
}
