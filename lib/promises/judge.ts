import type { Part, Plan, Reason, Verdict } from '../planner/plan';
import { earliestDay, verdict } from '../planner/verdict';
import { type Degree, DEGREES } from '../planner/words';

/** What one person does of a piece. */
export interface Share {
  handsId: string;
  parts: readonly Part[];
}

/** A piece that is asked about: all of its people, and the day it is worn. */
export interface Piece {
  id?: string;
  eventDay?: string;
  shares: readonly Share[];
}

/** What several verdicts say together: the gravest degree, and each reason with whose it is, once. */
export interface Judged {
  degree: Degree;
  reasons: { handsId: string; reason: Reason }[];
}

const wishOf = ({ id, eventDay }: Piece, share: Share) => ({ id, eventDay, ...share });

const OF_THE_CALENDAR: ReadonlySet<Reason['kind']> = new Set(['past', 'closed', 'afterEvent', 'feast']);

/** Judges a day for a piece that several people make: it holds where it holds for each of them. */
export function judgeDay(plan: Plan, piece: Piece, day: string): Judged {
  const verdicts = piece.shares.map((share): [Share, Verdict] => [share, verdict(plan, wishOf(piece, share), day)]);
  const worst = Math.max(0, ...verdicts.map(([, { degree }]) => DEGREES.indexOf(degree)));
  const reasons = verdicts.flatMap(([{ handsId }, said]) => said.reasons.map((reason) => ({ handsId, reason })));
  return {
    degree: DEGREES[worst] ?? 'holds',
    // What the calendar says is said to all of them: once is enough.
    reasons: reasons.filter(
      ({ reason }, index) =>
        !OF_THE_CALENDAR.has(reason.kind) || reasons.findIndex((one) => one.reason.kind === reason.kind) === index,
    ),
  };
}

/** The first day that holds for everybody who makes the piece: a later day is never worse for any of them. */
export function earliestOf(plan: Plan, piece: Piece, from?: string): string | undefined {
  const days = piece.shares.map((share) => earliestDay(plan, wishOf(piece, share), from));
  return days.includes(undefined) ? undefined : days.reduce((last, day) => (!last || (day && day > last) ? day : last));
}

/** Whoever makes the best of a day, and where that is the same, of no day: the first who is ready. */
export function bestHands(plan: Plan, pieces: readonly Piece[], day: string | undefined): Piece | undefined {
  const ranked = pieces.map((piece) => ({
    piece,
    rank: day === undefined ? 0 : DEGREES.indexOf(judgeDay(plan, piece, day).degree),
    earliest: earliestOf(plan, piece) ?? '9',
  }));
  return ranked.sort((a, b) => a.rank - b.rank || (a.earliest < b.earliest ? -1 : a.earliest > b.earliest ? 1 : 0))[0]
    ?.piece;
}
