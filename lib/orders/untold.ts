import type { ObjectId } from 'mongodb';
import type { Stage } from '../house/stages';
import type { OrderDocument } from './documents';

/** How long a move can be undone, and nobody outside the atelier is told of it. */
export const UNTOLD_MS = 60_000;

/** What an order was before a move, of the fields the move changed; `null` where there was nothing. */
export interface Before {
  stage: Stage;
  stageSince: Date;
  revision?: number;
  deliveredAt?: Date | null;
  onHold?: OrderDocument['onHold'] | null;
  measurementSnapshot?: OrderDocument['measurementSnapshot'] | null;
  /** The numbers of the quotes that were open. */
  openQuotes?: number[];
}

/** A move that only the atelier knows of yet. */
export interface UntoldMove {
  /** Its event. */
  id: ObjectId;
  /** What else it wrote into the timeline. */
  also: { id: ObjectId }[];
  at: Date;
  before: Before;
}

/** The moves of the last minute: the newest is undone first, and the last of them is told. */
export interface Untold {
  tellAt: Date;
  /** The stage that the client knows. */
  stage: Stage;
  moves: UntoldMove[];
}

const RESTORED = ['deliveredAt', 'onHold', 'measurementSnapshot'] as const;

/** An order as it was before one move. What happened to it since, and was not the move's doing, stays. */
export function putBack(order: OrderDocument, { before }: UntoldMove): OrderDocument {
  const { stage, stageSince, openQuotes = [], revision } = before;
  const next: OrderDocument = {
    ...order,
    stage,
    stageSince,
    quotes: order.quotes.map((quote) =>
      openQuotes.includes(quote.n) && quote.status === 'superseded' ? { ...quote, status: 'open' } : quote,
    ),
  };
  for (const field of RESTORED) {
    const was = before[field];
    if (was === null) delete next[field];
    else if (was !== undefined) Object.assign(next, { [field]: was });
  }
  // A sheet that was drawn up since speaks of the newer number: it stays.
  const spoken = order.cuttingApprovals.some(({ sheet }) => sheet.revision === order.revision);
  if (revision !== undefined && !spoken) next.revision = revision;
  return next;
}

/** An order as its client knows it: without the moves of the last minute. */
export const asTold = (order: OrderDocument): OrderDocument => (order.untold?.moves ?? []).reduceRight(putBack, order);

/** What stays untold once the newest move is undone. */
export function withoutNewest({ stage, moves }: Untold): Untold | undefined {
  const left = moves.slice(0, -1);
  const newest = left.at(-1);
  return newest && { stage, moves: left, tellAt: new Date(newest.at.getTime() + UNTOLD_MS) };
}

/** The newest move, while it can be undone. */
export function undoable(order: Pick<OrderDocument, 'untold'>, now: Date): UntoldMove | undefined {
  return order.untold && now < order.untold.tellAt ? order.untold.moves.at(-1) : undefined;
}
