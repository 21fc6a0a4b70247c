import { type Actor, isStaff } from '../actor';
import { addDays } from '../calendar';
import type { Database } from '../db/client';
import { toId } from '../db/ids';
import { notFound } from '../errors';
import { intervalsOn } from '../house/rules';
import { findOrder, scopeOf } from '../orders/repository';
import { partsOf } from '../planner/hours-left';
import { loadByWeek } from '../planner/load';
import { remedies } from '../planner/remedies';
import { OPEN_REASONS } from '../planner/words';
import { bestHands, earliestOf, judgeDay, type Piece } from './judge';
import { pieceOfOrder } from './piece-of-order';
import { furthestDay, type HousePlan, readPlan, toPlanned } from './read-plan';
import { handsName, namerOf, sayReasons, sufferingOf } from './say-reasons';
import type { PromiseDto, PromiseQuery, PromiseReason, PromiseRemedy } from './schemas';

/** Weeks whose load is shown beside the answer. */
const WEEKS = 9;
/** A house that is closed for longer before a feast is told so. */
const LONGEST_CLOSING_DAYS = 62;

/** The piece that is asked about, or nothing where it is over. */
async function pieceOf(
  db: Database,
  actor: Actor | null,
  plan: HousePlan,
  { orderId, garment = '', minutes, couturierId, day, eventDay }: PromiseQuery,
): Promise<Piece | undefined> {
  const asked = couturierId?.toLowerCase();
  if (asked !== undefined && !plan.people.some(({ id }) => id === asked)) throw notFound();
  if (orderId !== undefined) {
    const found = actor && (await findOrder(db, scopeOf(actor), toId(orderId)));
    if (!found) throw notFound();
    const order = toPlanned(found);
    const meant = { ...order, eventDay: eventDay ?? order.eventDay };
    return pieceOfOrder(plan, meant, asked === order.handsId ? undefined : asked);
  }
  const parts = minutes === undefined ? partsOf(plan.house, { garment, stage: 'requested' }) : [{ minutes }];
  const pieces = plan.people
    .filter(({ id, presence }) => (asked === undefined ? presence.available || presence.backOn : id === asked))
    .map(({ id }) => ({ eventDay, shares: [{ handsId: id, parts }] }));
  return bestHands(plan, pieces, day);
}

const isOpen = (kind: PromiseReason['kind']): boolean => OPEN_REASONS.some((one) => one === kind);

/** The last day a piece can be fetched for its feast: weddings are on days when the house is closed. */
function dayBefore({ house }: HousePlan, eventDay: string): string {
  const days = Array.from({ length: LONGEST_CLOSING_DAYS }, (_, back) => addDays(eventDay, -back));
  return days.find((day) => intervalsOn(house, day).length > 0) ?? eventDay;
}

/**
 * What the house can say of a day for a piece: how firmly, why, and the first day that simply holds. Whose week overflows, which other
 * promise suffers and what would help are told to the staff; a client and a visitor read the degree and the calendar's own reasons.
 * @throws AppError not_found for an order out of reach, and for who does not work here.
 */
export async function askPromise(
  db: Database,
  actor: Actor | null,
  query: PromiseQuery,
  now = new Date(),
): Promise<PromiseDto> {
  const plan = await readPlan(db, now);
  const { today } = plan;
  const meant =
    query.day ?? (query.orderId === undefined ? query.eventDay && dayBefore(plan, query.eventDay) : undefined);
  // Of a day further than the house plans nothing is said.
  const day = meant !== undefined && meant <= furthestDay(today) ? meant : undefined;
  const piece = await pieceOf(db, actor, plan, { ...query, day });
  const [first] = piece?.shares ?? [];
  if (!piece || !first) return { today, reasons: [] };

  const earliest = earliestOf(plan, piece);
  const judged = day === undefined ? undefined : judgeDay(plan, piece, day);
  const found = judged?.reasons ?? [];
  const staff = actor !== null && isStaff(actor);
  const nameOf = (handsId: string): string => handsName(plan, handsId);
  // The one whose hands are short, else the one who has most to do: their week is shown.
  const short = found.find(({ reason }) => !isOpen(reason.kind))?.handsId ?? first.handsId;
  const share = piece.shares.find(({ handsId }) => handsId === short) ?? first;
  const wish = { id: piece.id, eventDay: piece.eventDay, ...share };
  const help = staff && day !== undefined ? remedies(plan, wish, day) : [];
  const called = await namerOf(db, plan, [
    ...(staff && judged ? sufferingOf(judged) : []),
    ...help.flatMap((one) => (one.kind === 'anotherOrder' ? [one.id] : [])),
  ]);

  const reasons = judged ? sayReasons(plan, judged, staff ? called : undefined) : [];
  const answer = { today, day, degree: judged?.degree, earliest, reasons };
  if (!staff) return answer;
  return {
    ...answer,
    remedies: help.map((one): PromiseRemedy => {
      if (one.kind === 'anotherDay') return { kind: one.kind, day: earliestOf(plan, piece, one.day) ?? one.day };
      if (one.kind === 'anotherOrder') return { kind: one.kind, other: called(one.id, one.due, one.to) };
      const shares = one.shares.map(({ handsId, minutes }) => ({
        couturierId: handsId,
        name: nameOf(handsId),
        minutes,
      }));
      return { kind: one.kind, shares };
    }),
    load: {
      name: nameOf(short),
      weeks: loadByWeek(plan, short, WEEKS, { wish, day: day ?? earliest ?? today }),
    },
  };
}
