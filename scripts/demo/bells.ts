import type { ObjectId } from 'mongodb';
import { inTransaction } from '../../lib/db/client';
import { GOING } from '../../lib/house/stages';
import { notifications } from '../../lib/notifications/documents';
import { notify } from '../../lib/notifications/notify';
import { describeEvent } from '../../lib/orders/describe-event';
import { type OrderDocument, type OrderEventDocument, orderEvents, orders } from '../../lib/orders/documents';
import { newestApproval, openQuote } from '../../lib/orders/rules';
import { paperGroup, spokenOf } from '../../lib/orders/speak';
import { paths } from '../../lib/paths';
import type { DemoContext } from './context';
import { CLIENTS } from './people';

interface Bell {
  accountId: ObjectId;
  kind: 'quote' | 'change' | 'order';
  staff: boolean;
  event: OrderEventDocument;
}

/** The answers and signatures an order waits for, each at the person who is asked. */
function bellsOf(order: OrderDocument, events: readonly OrderEventDocument[], client: ObjectId | undefined): Bell[] {
  const bells: Bell[] = [];
  const last = (type: OrderEventDocument['type'], n: number) =>
    events.findLast((event) => event.type === type && event.data['n'] === n);
  const ring = (event: OrderEventDocument | undefined, bell: Omit<Bell, 'event' | 'accountId'>) => {
    const accountId = bell.staff ? order.couturierId : client;
    if (event && accountId && !event.actorId.equals(accountId)) bells.push({ ...bell, accountId, event });
  };
  const quote = openQuote(order);
  if (quote) ring(last('quoteSent', quote.n), { kind: 'quote', staff: false });
  for (const request of order.changeRequests)
    if (request.status === 'open') ring(last('changeRequested', request.n), { kind: 'change', staff: true });
  const approval = newestApproval(order);
  if (approval?.signatures.length === 1)
    ring(last('approvalSigned', approval.n), { kind: 'order', staff: approval.signatures[0]?.side === 'client' });
  return bells;
}

/** What rang and still waits, at the hours it rang: without it the demo's bells would be silent about the gravest things. */
export async function loadBells(ctx: DemoContext): Promise<void> {
  const list = await orders(ctx.db)
    .find({ stage: { $in: [...GOING] } })
    .toArray();
  for (const order of list) {
    const events = await orderEvents(ctx.db).find({ orderId: order._id }).sort({ at: 1 }).toArray();
    const person = CLIENTS.find(({ key, account }) => account && ctx.clients[key].equals(order.clientId));
    for (const { accountId, kind, staff, event } of bellsOf(order, events, person && ctx.accounts[person.key])) {
      const paper = spokenOf(event)?.paper;
      const group = paper && paperGroup(order._id, paper);
      const href = (staff ? paths.atelier : paths.account).order(order._id.toHexString());
      await inTransaction(ctx.db, (session) =>
        notify(
          ctx.db,
          {
            accountId,
            clientId: order.clientId,
            kind,
            title: (locale) => describeEvent(locale, event, order).title,
            text: (locale) => describeEvent(locale, event, order).text,
            href,
            asks: true,
            group,
            mail: 'never',
          },
          session,
        ),
      );
      const when = { createdAt: event.at, updatedAt: event.at };
      await notifications(ctx.db).updateOne({ accountId, group, read: false }, { $set: when });
    }
  }
}
