import { recordAct } from '../audit/record-act';
import type { Database } from '../db/client';
import { AppError } from '../errors';
import { staffNamesOf } from '../auth/staff-names';
import type { Decision, Deciding } from './change-order';
import { requireCouturier } from './choose-couturier';

/**
 * Gives an order to another couturier: an owner's to do, and everybody concerned hears of it.
 * @throws AppError forbidden, action_not_allowed when it is over, not_found for nobody of the house.
 */
export async function handOver(
  db: Database,
  { actor, order, demand, session }: Pick<Deciding, 'actor' | 'order' | 'demand' | 'session'>,
  couturierId: string,
  note?: string,
): Promise<Pick<Decision, 'changes' | 'events'>> {
  if (actor.role !== 'owner') throw new AppError('forbidden');
  demand('transfer');
  const { id } = await requireCouturier(db, couturierId);
  const names = await staffNamesOf(db, [order.couturierId, id]);
  await recordAct(
    db,
    { kind: 'orderTransferred', by: actor.id, of: { kind: 'order', id: order._id }, detail: { number: order.number } },
    session,
  );
  const [from, to] = [order.couturierId.toHexString(), id.toHexString()];
  return {
    changes: { couturierId: id },
    events: [
      {
        type: 'transferred',
        from,
        to,
        note,
        data: { fromName: names.get(from) ?? '', toName: names.get(to) ?? '' },
        former: order.couturierId,
      },
    ],
  };
}
