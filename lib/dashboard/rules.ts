import { clockMinutes } from '../i18n/atelier-time';

/** The hours a day's tape shows: whole hours around the opening, wider where somebody comes earlier or stays later. */
export function tapeOf(
  intervals: readonly { from: string; to: string }[],
  spans: readonly { from: number; to: number }[],
): { from: number; to: number } {
  const opening = intervals.map((one) => ({ from: clockMinutes(one.from), to: clockMinutes(one.to) }));
  const all = [...(opening.length > 0 ? opening : [{ from: 9 * 60, to: 19 * 60 }]), ...spans];
  const from = Math.min(...all.map((one) => one.from));
  const to = Math.max(...all.map((one) => one.to));
  return { from: Math.floor(from / 60) * 60, to: Math.min(24 * 60, Math.ceil(to / 60) * 60) };
}

/** Minutes left of the opening after `now`, less what is already given to appointments from then on. */
export function freeMinutes(
  intervals: readonly { from: string; to: string }[],
  now: number,
  taken: readonly { from: number; to: number }[],
): number {
  const left = (span: { from: number; to: number }) => Math.max(0, span.to - Math.max(span.from, now));
  const open = intervals.reduce(
    (sum, one) => sum + left({ from: clockMinutes(one.from), to: clockMinutes(one.to) }),
    0,
  );
  return Math.max(0, open - taken.reduce((sum, one) => sum + left(one), 0));
}
