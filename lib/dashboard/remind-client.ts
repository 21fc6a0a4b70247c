import type { StaffActor } from '../actor';
import { findClientById } from '../clients/find-client';
import type { Database } from '../db/client';
import { toId } from '../db/ids';
import { AppError } from '../errors';
import { formatMoney } from '../i18n/format';
import { translator } from '../i18n/translate';
import { notify } from '../notifications/notify';
import { findOrderFor } from '../orders/find-order';
import { paths } from '../paths';
import { awaitedOf } from './list-awaited';
import type { RemindClientInput } from './schemas';

/**
 * Reminds a client of what the house waits for, with a notification that leads to it. Asking twice before it is read
 * replaces the first, so nobody is rung at twice for one signature.
 * @throws AppError not_found; action_not_allowed when nothing of the kind is awaited, or the client has no account.
 */
export async function remindClient(db: Database, actor: StaffActor, input: RemindClientInput): Promise<void> {
  const order = await findOrderFor(db, actor, input.orderId);
  const awaited = awaitedOf(order).find(({ kind }) => kind === input.about);
  const file = await findClientById(db, toId(order.clientId));
  if (!awaited || !file?.accountId) throw new AppError('action_not_allowed');
  await notify(db, {
    accountId: file.accountId,
    clientId: file._id,
    kind: 'order',
    title: (locale) => translator(locale, 'dashboard')(`reminder.${input.about}.title`, { title: order.title }),
    text: (locale) =>
      translator(locale, 'dashboard')(`reminder.${input.about}.text`, {
        name: actor.name,
        amount: awaited.amount ? formatMoney(locale, awaited.amount) : '',
      }),
    href: paths.account.order(order.id),
    asks: true,
    group: `reminder:${order.id}:${input.about}`,
  });
}
