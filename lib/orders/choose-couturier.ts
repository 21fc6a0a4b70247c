import type { ObjectId } from 'mongodb';
import { type Actor, isStaff } from '../actor';
import { accounts } from '../auth/documents';
import { isBack } from '../auth/rules';
import { dayStart } from '../calendar';
import type { Database } from '../db/client';
import { toId } from '../db/ids';
import { AppError, notFound } from '../errors';
import { GOING } from '../house/stages';
import { dayKey } from '../i18n/format';
import { orders } from './documents';

const STAFF = { role: { $in: ['couturier', 'owner'] as ('couturier' | 'owner')[] }, disabled: false };

/**
 * A couturier who works here.
 * @throws AppError not_found for anybody else.
 */
export async function requireCouturier(db: Database, id: string): Promise<{ id: ObjectId; available: boolean }> {
  const account = await accounts(db).findOne({ ...STAFF, _id: toId(id) });
  if (!account) throw notFound();
  return { id: account._id, available: account.profile === undefined || isBack(account.profile) };
}

/**
 * Who takes a new order: the one who was asked, else the author of the model when available, else, as « la maison choisit »,
 * the available couturier with the fewest orders at work. A couturier who types an order in takes it.
 * @throws AppError not_found, couturier_unavailable (a client asked for somebody who is away, or nobody is there).
 */
export async function chooseCouturier(
  db: Database,
  actor: Actor,
  asked: string | undefined,
  author: ObjectId | undefined,
): Promise<ObjectId> {
  if (asked !== undefined) {
    const couturier = await requireCouturier(db, asked);
    if (!couturier.available && !isStaff(actor)) throw new AppError('couturier_unavailable');
    return couturier.id;
  }
  if (isStaff(actor)) return actor.id;
  const available = await accounts(db)
    .find(
      {
        ...STAFF,
        $or: [
          { 'profile.available': { $ne: false } },
          { 'profile.backOn': { $lte: new Date(dayStart(dayKey(new Date()))) } },
        ],
      },
      { projection: { _id: 1 } },
    )
    .sort({ createdAt: 1, _id: 1 })
    .toArray();
  if (author && available.some((account) => account._id.equals(author))) return author;
  const loads = await orders(db)
    .aggregate<{ _id: ObjectId; count: number }>([
      {
        $match: {
          couturierId: { $in: available.map((account) => account._id) },
          stage: { $in: [...GOING] },
        },
      },
      { $group: { _id: '$couturierId', count: { $sum: 1 } } },
    ])
    .toArray();
  const loadOf = (id: ObjectId) => loads.find((load) => load._id.equals(id))?.count ?? 0;
  const [first] = available.map(({ _id }) => _id).sort((a, b) => loadOf(a) - loadOf(b));
  if (!first) throw new AppError('couturier_unavailable');
  return first;
}
