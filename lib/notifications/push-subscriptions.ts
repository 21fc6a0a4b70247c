import type { Actor } from '../actor';
import type { Database } from '../db/client';
import { newId } from '../db/ids';
import { AppError, notFound } from '../errors';
import { pushSubscriptions } from './documents';
import { isPushService, pushKeys } from './push-keys';
import type { SubscribePushInput } from './schemas';

/** Devices kept for one person; a browser that starts anew leaves its old subscription behind. */
const MOST = 10;

/**
 * This device shows my notifications from now on, until my session on it ends. A device shows those of one person: whoever
 * asked last.
 * @throws AppError not_found where the house sends no push messages; validation_failed for an address of no push service.
 */
export async function keepSubscription(
  db: Database,
  actor: Pick<Actor, 'id' | 'sessionId'>,
  { endpoint, keys }: SubscribePushInput,
): Promise<void> {
  if (!pushKeys()) throw notFound();
  if (!isPushService(endpoint)) throw new AppError('validation_failed');
  await pushSubscriptions(db).updateOne(
    { endpoint },
    {
      $set: { accountId: actor.id, sessionId: actor.sessionId, keys, createdAt: new Date() },
      $setOnInsert: { _id: newId() },
    },
    { upsert: true },
  );
  const old = await pushSubscriptions(db).find({ accountId: actor.id }).sort({ createdAt: -1 }).skip(MOST).toArray();
  if (old.length > 0) await pushSubscriptions(db).deleteMany({ _id: { $in: old.map(({ _id }) => _id) } });
}

/** This device of mine shows nothing any more. */
export async function endSubscription(db: Database, actor: Pick<Actor, 'id'>, endpoint: string): Promise<void> {
  await pushSubscriptions(db).deleteOne({ endpoint, accountId: actor.id });
}
