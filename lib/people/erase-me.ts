import type { ClientActor, Locale, StaffActor } from '../actor';
import { accounts } from '../auth/documents';
import { verifyPassword } from '../auth/password';
import type { EraseMeInput } from '../auth/schemas';
import { clients } from '../clients/documents';
import type { Database } from '../db/client';
import { toId } from '../db/ids';
import { AppError, notFound } from '../errors';
import type { Announce } from '../orders/announce';
import { declineQuote } from '../orders/decline-quote';
import { moveOrder } from '../orders/move-order';
import { openQuote } from '../orders/rules';
import { erasePerson } from './erase-person';
import { demandNothingOpen, looseOrders } from './open-orders';

/** Requests and quotes that bind nobody end as they would by hand, so that the timeline and the atelier know of it. */
async function endLooseOrders(
  db: Database,
  actor: ClientActor | StaffActor,
  clientId: ClientActor['clientId'],
  announce: Announce,
): Promise<void> {
  for (const order of await looseOrders(db, clientId)) {
    const id = order._id.toHexString();
    const quote = order.stage === 'quoted' && actor.role === 'client' ? openQuote(order) : undefined;
    if (quote) await declineQuote(db, actor, id, quote.n, {}, announce);
    else await moveOrder(db, actor, id, { to: 'cancelled', version: order.version, confirm: false }, announce);
  }
}

/**
 * Erases my account and what the house knows of me; whoever is at an open screen must know the password too.
 * @throws AppError wrong_password (also for an account without one: it asks for a link first), open_orders.
 */
export async function eraseMe(
  db: Database,
  actor: ClientActor,
  input: EraseMeInput,
  announce: Announce,
): Promise<void> {
  const account = await accounts(db).findOne({ _id: actor.id });
  if (!(await verifyPassword(account?.passwordHash, input.password))) throw new AppError('wrong_password');
  await demandNothingOpen(db, actor.clientId);
  await endLooseOrders(db, actor, actor.clientId, announce);
  await erasePerson(db, actor.clientId);
}

/**
 * Erases a person who asked the house for it. One with an account does it themselves, or the owner does it for them.
 * @returns who is to be told, where they had an account.
 * @throws AppError not_found, forbidden, open_orders.
 */
export async function eraseClient(
  db: Database,
  actor: StaffActor,
  id: string,
  announce: Announce,
): Promise<{ email: string; name: string; locale: Locale } | undefined> {
  const clientId = toId(id);
  const file = await clients(db).findOne({ _id: clientId });
  if (!file) throw notFound();
  if (file.accountId && actor.role !== 'owner') throw new AppError('forbidden');
  const account = file.accountId && (await accounts(db).findOne({ _id: file.accountId }));
  await demandNothingOpen(db, clientId);
  await endLooseOrders(db, actor, clientId, announce);
  await erasePerson(db, clientId, actor.id);
  return account ? { email: account.email, name: account.name, locale: account.locale } : undefined;
}
