import { type Actor, isStaff } from '../actor';
import type { Database } from '../db/client';
import { AppError } from '../errors';
import { endedEarly, type Stage } from '../house/stages';
import { formatMoney } from '../i18n/format';
import type { Announce } from './announce';
import { changeOrder, type Decision } from './change-order';
import { balanceOf, currencyOf } from './dto';
import type { OrderDocument } from './documents';
import { freezeMeasurements } from './freeze-measurements';
import { isBack, isSkip, moveRefusal } from './rules';
import type { OrderDto } from './answers';
import { stageIndex } from '../house/stages';
import type { MoveOrderInput } from './schemas';
import type { Before } from './untold';

/**
 * Moves an order along its path, back for a reason, or to an early end. Leaving the measuring stage freezes the newest
 * measurements with the order. What was frozen or signed stays as it was; a sheet signed before the order went back before the
 * cut releases it no more. What the atelier moves is told after a minute (`tell-moves.ts`), unless it is undone (`undo-move.ts`).
 * @throws AppError not_found, stale_version, transition_not_allowed, order_on_hold, change_request_open,
 *   cutting_approval_required, skip_note_required, back_note_required; balance_due with the amount unless `confirm` is true.
 */
export function moveOrder(
  db: Database,
  actor: Actor,
  id: string,
  input: MoveOrderInput,
  announce: Announce,
): Promise<OrderDto> {
  const { to } = input;
  return changeOrder(
    db,
    actor,
    id,
    { version: input.version, announce },
    async ({ order, rules, house, now, session }) => {
      const refusal = moveRefusal(order, to, rules, input.note);
      if (refusal) throw new AppError(refusal);
      const isPiece = order.kind !== 'retouche';
      const changes: Decision['changes'] = { stage: to, stageSince: now };
      const data: Record<string, unknown> = isSkip(order.stage, to, order.kind) ? { skipped: true } : {};
      if (to === 'delivered') {
        const amount = balanceOf(order) ?? 0;
        const balance = { amount, currency: currencyOf(order, house.currency) };
        if (amount > 0 && !input.confirm)
          throw new AppError('balance_due', {
            values: { amount: formatMoney(actor.locale, balance) },
            extra: { balance },
          });
        if (amount > 0) data['balance'] = balance;
        changes.deliveredAt = now;
      }
      const before = (stage: Stage) =>
        stageIndex(order.stage) >= stageIndex(stage) && stageIndex(to) < stageIndex(stage);
      // Of what is agreed now no sheet speaks yet.
      if (isPiece && isBack(order.stage, to) && before('cutting')) changes.revision = order.revision + 1;
      const events: Decision['events'] = [{ type: 'stageMoved', from: order.stage, to, note: input.note, data }];
      if (isPiece && stageIndex(order.stage) <= stageIndex('measuring') && stageIndex(to) > stageIndex('measuring')) {
        const snapshot = await freezeMeasurements(db, order.clientId, now, session);
        if (snapshot && snapshot.setId?.toHexString() !== order.measurementSnapshot?.setId?.toHexString()) {
          changes.measurementSnapshot = snapshot;
          events.push(measurementsEvent(snapshot.setId?.toHexString(), Object.keys(snapshot.values).length));
        }
      }
      if (endedEarly(to))
        changes.quotes = order.quotes.map((quote) =>
          quote.status === 'open' ? { ...quote, status: 'superseded' } : quote,
        );
      const drop: Decision['drop'] = endedEarly(to) ? ['onHold'] : order.stage === 'delivered' ? ['deliveredAt'] : [];
      // What a client ends is told at once: it is no slip of the atelier's.
      return { changes, drop, events, ...(isStaff(actor) ? { before: beforeMove(order, changes, drop) } : {}) };
    },
  );
}

/** What of the order the move changes, as it is now. */
function beforeMove(order: OrderDocument, changes: Decision['changes'], drop: Decision['drop'] = []): Before {
  const touched = (field: 'deliveredAt' | 'onHold' | 'measurementSnapshot') =>
    field in changes || (drop as readonly string[]).includes(field);
  const openQuotes = order.quotes.flatMap(({ n, status }) => (status === 'open' ? [n] : []));
  return {
    stage: order.stage,
    stageSince: order.stageSince,
    ...('revision' in changes ? { revision: order.revision } : {}),
    ...(touched('deliveredAt') ? { deliveredAt: order.deliveredAt ?? null } : {}),
    ...(touched('onHold') ? { onHold: order.onHold ?? null } : {}),
    ...(touched('measurementSnapshot') ? { measurementSnapshot: order.measurementSnapshot ?? null } : {}),
    ...(changes.quotes && openQuotes.length > 0 ? { openQuotes } : {}),
  };
}

/** « Mesures prises : 14 points, gardés avec cette commande. » */
export const measurementsEvent = (setId: string | undefined, points: number) => ({
  type: 'measurementsFrozen' as const,
  data: { ...(setId ? { setId } : {}), points },
});
