import type { Reason } from '../planner/plan';

/** How a promised day stands: over, beyond the hands, without a reserve or at another promise's cost, or simply to be kept. */
export const PROMISE_STATES = ['late', 'untenable', 'tight', 'onTime'] as const;
export type PromiseState = (typeof PROMISE_STATES)[number];

/** How a day stands by what speaks against it. The calendar's own reasons were answered when it was promised. */
export function stateOf(day: string, reasons: readonly Reason[], today: string): PromiseState {
  if (day < today) return 'late';
  if (reasons.some(({ kind }) => kind === 'beyondHands')) return 'untenable';
  return reasons.some(({ kind }) => kind === 'littleMargin' || kind === 'otherSuffers') ? 'tight' : 'onTime';
}
