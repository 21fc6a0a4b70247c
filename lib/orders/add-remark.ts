import { type ClientSession, ObjectId } from 'mongodb';
import { type Actor, isStaff } from '../actor';
import { type Database, inTransaction } from '../db/client';
import { toId } from '../db/ids';
import { AppError, notFound } from '../errors';
import { findClientById } from '../clients/find-client';
import { attachFiles } from '../files/attach-files';
import type { Attachment } from '../files/documents';
import type { FileRefDto } from '../files/schemas';
import { getHouse } from '../house/get-house';
import type { Announce } from './announce';
import { type OrderDocument, orders } from './documents';
import { toEvent } from './dto';
import { findOrder, scopeOf } from './repository';
import { mayAct } from './rules';
import type { OrderAction } from './words';
import type { OrderEventDto } from './answers';
import type { AddRemarkInput } from './schemas';
import { tell } from './tell';

const ACTION = { remark: 'remark', defect: 'reportDefect', note: 'note' } as const satisfies Record<
  string,
  OrderAction
>;

/** What is left in a timeline, by whom; its files are put with the order inside the transaction that writes it. */
interface Leaving {
  kind?: AddRemarkInput['kind'];
  text?: string;
  /** Of another order nothing is known. */
  clientId?: ObjectId;
  data?: Record<string, unknown>;
  files: (to: Attachment, session: ClientSession) => Promise<FileRefDto[]>;
}

/** What was reported stands in the order until the house has answered. */
const defectOf = (
  { defects = [] }: OrderDocument,
  { actor, text, files, now }: { actor: Actor; text: string; files: FileRefDto[]; now: Date },
): Pick<OrderDocument, 'defects' | 'defectOpen'> => ({
  defects: [
    ...defects,
    { n: defects.length + 1, text, files, createdAt: now, createdBy: { id: actor.id, name: actor.name } },
  ],
  defectOpen: true,
});

/**
 * Leaves words and pictures in the timeline: a remark for both, a defect (a client, after the delivery) or an internal note
 * (the atelier, for itself). Nothing that was agreed changes, so the version stays; the order is only touched, which is what makes
 * the other person's open page read it again.
 * @throws AppError not_found, action_not_allowed.
 */
export async function leaveInTimeline(
  db: Database,
  actor: Actor,
  id: string,
  leaving: Leaving,
  announce: Announce,
): Promise<OrderEventDto> {
  const orderId = toId(id);
  const { lockStage } = await getHouse(db);
  return inTransaction(db, async (session) => {
    const order = await findOrder(db, scopeOf(actor), orderId, session);
    if (!order || (leaving.clientId && !order.clientId.equals(leaving.clientId))) throw notFound();
    const client = await findClientById(db, order.clientId, session);
    const now = new Date();
    const kind = leaving.kind ?? (!isStaff(actor) && order.stage === 'delivered' ? 'defect' : 'remark');
    const rules = { role: actor.role, lockStage, clientHasAccount: client?.accountId !== undefined, now };
    if (!mayAct(order, ACTION[kind], rules)) throw new AppError('action_not_allowed');
    const to = { kind: 'order', id: order._id, ...(kind === 'note' ? { audience: 'staff' as const } : {}) } as const;
    const files = await leaving.files(to, session);
    const reported = kind === 'defect' ? defectOf(order, { actor, text: leaving.text ?? '', files, now }) : undefined;
    await orders(db).updateOne({ _id: order._id }, { $set: { ...reported, updatedAt: now } }, { session });
    const [event] = await tell(db, {
      actor,
      order,
      client,
      events: [
        {
          type: kind,
          note: leaving.text,
          data: { ...leaving.data, ...(files.length > 0 ? { files } : {}) },
          visibility: kind === 'note' ? 'staff' : 'client',
          ...(kind === 'defect' ? { asks: 'house' } : {}),
        },
      ],
      now,
      session,
      announce,
    });
    if (!event) throw new Error('a remark writes one event');
    return toEvent(event);
  });
}

/**
 * Leaves words in the timeline, with files of one's own.
 * @throws AppError not_found, action_not_allowed.
 */
export const addRemark = (
  db: Database,
  actor: Actor,
  id: string,
  { kind, text, fileIds }: AddRemarkInput,
  announce: Announce,
): Promise<OrderEventDto> => {
  const ids = fileIds.map((fileId) => new ObjectId(fileId));
  return leaveInTimeline(
    db,
    actor,
    id,
    { kind, text, files: (to, session) => attachFiles(db, actor, ids, to, session) },
    announce,
  );
};
