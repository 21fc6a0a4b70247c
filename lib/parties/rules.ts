import { daysFrom } from '../calendar';
import type { MeasuresState } from './words';

/** What one person's order comes to, in minor units of its currency. */
export interface Costs {
  payer: number;
  currency: string;
  /** The accepted quote, else the one that waits; absent while nothing is priced. */
  total?: number;
  paid: number;
  /** What its quote asks for at the order. */
  deposit?: number;
  /** Withdrawn, or an order that ended early: nothing of it is asked for here. */
  apart: boolean;
}

/** What is asked for in one currency, what of it is paid and what is due; minor units. */
export interface Sum {
  currency: string;
  total: number;
  paid: number;
  due: number;
  /** Of what is due, what was asked for at the order and has not come. */
  deposit: number;
}

/**
 * What one payer, or with no payer the whole party, has to pay: the orders' own totals and payments added up, by currency. Whoever is
 * apart counts for nothing, so that a withdrawal changes nobody else's figures.
 */
export function sumsOf(all: readonly Costs[], payer?: number): Sum[] {
  const sums = new Map<string, Sum>();
  for (const one of all) {
    if (one.apart || (payer !== undefined && one.payer !== payer)) continue;
    if (one.total === undefined && one.paid === 0) continue;
    const { currency } = one;
    const sum = sums.get(currency) ?? { currency, total: 0, paid: 0, due: 0, deposit: 0 };
    const total = one.total ?? 0;
    sums.set(currency, {
      currency,
      total: sum.total + total,
      paid: sum.paid + one.paid,
      due: sum.due + total - one.paid,
      deposit: sum.deposit + Math.max(0, (one.deposit ?? 0) - one.paid),
    });
  }
  return [...sums.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

/** Measures of a body older than this are to be taken again, in days (six months). */
export const MEASURES_GOOD_DAYS = 183;

export interface MeasuresAsked {
  /** Nothing is measured for it: a retouche, or who is out of it. */
  needless: boolean;
  /** They are frozen with the order. */
  frozen: boolean;
  /** The day of the last set, if there is one. */
  takenOn?: string;
  /** Until when they are asked for. */
  by?: string;
  today: string;
}

/** Whether the measures are there, and by how many days they are late. */
export function measuresOf({ needless, frozen, takenOn, by, today }: MeasuresAsked): {
  state: MeasuresState;
  daysLate?: number;
} {
  if (needless) return { state: 'none' };
  if (frozen || (takenOn !== undefined && daysFrom(takenOn, today) <= MEASURES_GOOD_DAYS)) return { state: 'taken' };
  const daysLate = by === undefined ? 0 : daysFrom(by, today);
  return daysLate > 0 ? { state: 'late', daysLate } : { state: 'awaited' };
}

/** Who is of a party: those who have not withdrawn. */
export const peopleOf = <Member extends { withdrawn?: unknown }>({
  members,
}: {
  members: readonly Member[];
}): Member[] => members.filter(({ withdrawn }) => withdrawn === undefined);
