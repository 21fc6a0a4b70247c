import type { ClientSession, ObjectId } from 'mongodb';
import { type Actor, isStaff } from '../actor';
import type { ClientDocument } from '../clients/documents';
import type { Database } from '../db/client';
import { newId } from '../db/ids';
import type { NotificationKind } from '../notifications/words';
import { notify } from '../notifications/notify';
import { readGroup } from '../notifications/read-notifications';
import { paths } from '../paths';
import type { Announce } from './announce';
import { describeEvent } from './describe-event';
import { type OrderDocument, type OrderEventDocument, orderEvents } from './documents';
import type { OrderEventType, Side } from './words';
import { eventGroup, paperGroup, spokenOf } from './speak';

/** An event to be written; actor, order and hour are the change's. */
export type NewEvent = Pick<OrderEventDocument, 'type' | 'from' | 'to' | 'note'> & {
  data?: Record<string, unknown>;
  visibility?: OrderEventDocument['visibility'];
  /** Whose answer or signature is now awaited. */
  asks?: Side;
  /** The couturier it was until now: they hear of it too. */
  former?: ObjectId;
};

/** Which notification an event makes; what is not here is only in the timeline. */
const KINDS: Partial<Record<OrderEventType, NotificationKind>> = {
  created: 'order',
  edited: 'order',
  stageMoved: 'order',
  held: 'order',
  resumed: 'order',
  transferred: 'order',
  scheduled: 'order',
  promisedAnyway: 'order',
  quoteSent: 'quote',
  quoteAccepted: 'quote',
  quoteDeclined: 'quote',
  paymentRecorded: 'order',
  changeRequested: 'change',
  changeAnswered: 'change',
  changeApplied: 'change',
  changeWithdrawn: 'change',
  approvalSigned: 'order',
  paperKept: 'order',
  agreementDenied: 'order',
  fitted: 'order',
  remark: 'order',
  defect: 'order',
  defectAnswered: 'order',
};

interface Writing {
  actor: Pick<Actor, 'id' | 'name'>;
  order: Pick<OrderDocument, '_id'>;
  events: readonly NewEvent[];
  now: Date;
  session: ClientSession;
}

interface Spreading {
  by: { id: ObjectId; staff: boolean };
  order: OrderDocument;
  client: ClientDocument | null;
  session: ClientSession;
  announce: Announce;
}

type Telling = Writing & { actor: Actor } & Omit<Spreading, 'by'>;

/** The other people of the order: the client where the event is theirs to know, and its couturier; never the one who acts. */
function receivers(
  { by, order, client }: Spreading,
  visible: boolean,
  former: ObjectId | undefined,
): { id: ObjectId; staff: boolean }[] {
  return [
    ...(visible && client?.accountId ? [{ id: client.accountId, staff: false }] : []),
    { id: order.couturierId, staff: true },
    ...(former ? [{ id: former, staff: true }] : []),
  ].filter(({ id }) => !id.equals(by.id));
}

/** Writes the events of a change into its timeline, in the same transaction; nobody is told. */
export async function writeEvents(
  db: Database,
  { actor, order, events, now, session }: Writing,
): Promise<OrderEventDocument[]> {
  const written: OrderEventDocument[] = events.map((event, index) => ({
    _id: newId(),
    orderId: order._id,
    type: event.type,
    actorId: actor.id,
    actorName: actor.name,
    // One millisecond apart, so that the order of the timeline is the order of what happened.
    at: new Date(now.getTime() + index),
    from: event.from,
    to: event.to,
    note: event.note,
    data: event.data ?? {},
    visibility: event.visibility ?? 'client',
  }));
  if (written.length > 0) await orderEvents(db).insertMany(written, { session });
  return written;
}

/** Makes the notifications of events that are written, and their lines in the conversation. */
export async function spread(
  db: Database,
  spreading: Spreading,
  written: readonly OrderEventDocument[],
  events: readonly Pick<NewEvent, 'asks' | 'former'>[] = [],
): Promise<void> {
  const { by, order, session, announce } = spreading;
  for (const [index, event] of written.entries()) {
    const { asks, former } = events[index] ?? {};
    const kind = KINDS[event.type];
    const said = spokenOf(event);
    const paper = said?.paper && paperGroup(order._id, said.paper);
    // Who acts on a paper has answered what it asked of them, wherever they did it.
    if (paper) await readGroup(db, by.id, paper, session);
    if (kind)
      for (const receiver of receivers(spreading, event.visibility === 'client', former))
        await notify(
          db,
          {
            accountId: receiver.id,
            clientId: order.clientId,
            kind,
            title: (locale) => describeEvent(locale, event, order).title,
            text: (locale) => describeEvent(locale, event, order).text,
            href: receiver.staff
              ? paths.atelier.order(order._id.toHexString())
              : paths.account.order(order._id.toHexString()),
            asks: asks === (receiver.staff ? 'house' : 'client'),
            group: paper ?? eventGroup(order._id, event.type),
            mailAgain: true,
          },
          session,
        );
    if (said)
      await announce(
        db,
        {
          kind: 'progress',
          order,
          content: { fr: describeEvent('fr', event, order).title, en: describeEvent('en', event, order).title },
          said,
          former,
          ...(by.staff ? {} : { clientActor: by.id }),
        },
        session,
      );
  }
  const former = events.find((event) => event.former)?.former;
  if (former) await announce(db, { kind: 'handedOver', order, former }, session);
}

/** Writes the events of a change, their notifications and their lines in the conversation, in the same transaction. */
export async function tell(db: Database, telling: Telling): Promise<OrderEventDocument[]> {
  const { actor, events } = telling;
  const written = await writeEvents(db, telling);
  await spread(db, { ...telling, by: { id: actor.id, staff: isStaff(actor) } }, written, events);
  return written;
}
