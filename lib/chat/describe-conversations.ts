import type { Document, ObjectId } from 'mongodb';
import { type AccountDocument, accounts } from '../auth/documents';
import { returnOf } from '../auth/dto';
import { isBack } from '../auth/rules';
import { clients } from '../clients/documents';
import type { Database } from '../db/client';
import { GOING } from '../house/stages';
import { dayKey } from '../i18n/format';
import { orders } from '../orders/documents';
import { type ConversationDocument, messages } from './documents';
import { toMessageDto } from './dto';
import { countUnread, type Speaker } from './repository';
import { sideOf } from './rules';
import type { ConversationDto } from './schemas';

const byId = <T extends { _id: ObjectId }>(rows: T[]): Map<string, T> =>
  new Map(rows.map((row) => [row._id.toHexString(), row]));

/** The order each conversation is about: the one it names, else the pair's newest that is not over. */
async function ordersAbout(db: Database, role: Speaker['role'], list: readonly ConversationDocument[]) {
  const named = list.flatMap((one) => (one.orderId ? [one.orderId] : []));
  const rows = await orders(db)
    .find(
      {
        $or: [
          { _id: { $in: named } },
          {
            clientId: { $in: list.map((one) => one.clientId) },
            couturierId: { $in: list.map((one) => one.couturierId) },
            stage: { $in: [...GOING] },
          },
        ],
      },
      { projection: { number: 1, title: 1, stage: 1, 'untold.stage': 1, clientId: 1, couturierId: 1, createdAt: 1 } },
    )
    .toArray();
  rows.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
  return (one: ConversationDocument) => {
    const found =
      rows.find((row) => one.orderId?.equals(row._id)) ??
      rows.find((row) => row.clientId.equals(one.clientId) && row.couturierId.equals(one.couturierId));
    if (!found) return undefined;
    const { number, title, untold } = found;
    // Of a move of the last minute its client is not told yet.
    const stage = role === 'client' ? (untold?.stage ?? found.stage) : found.stage;
    return { id: found._id.toHexString(), number, title, stage };
  };
}

/** Whether somebody is there, and what who writes to them is told when not: a word that is no message and ends with the absence. */
function presenceOf(profile: AccountDocument['profile'], today: string): Omit<ConversationDto['couturier'], 'name'> {
  const available = isBack(profile, today);
  const backOn = returnOf(profile, today);
  return { available, backOn, awayWord: available && backOn === undefined ? undefined : profile?.awayWord };
}

/** Turns conversations into what `actor` reads: the two people's names, the last words, what is unread, what it is about. */
export async function describeConversations(
  db: Database,
  actor: Speaker,
  list: readonly ConversationDocument[],
): Promise<ConversationDto[]> {
  if (list.length === 0) return [];
  const heads: Document[] = list.map((one) => ({ conversationId: one._id, seq: one.lastSeq }));
  const [clientRows, staffRows, lastRows, unread, orderOf] = await Promise.all([
    clients(db)
      .find({ _id: { $in: list.map((one) => one.clientId) } }, { projection: { name: 1, accountId: 1 } })
      .toArray(),
    accounts(db)
      .find({ _id: { $in: list.map((one) => one.couturierId) } }, { projection: { name: 1, profile: 1 } })
      .toArray(),
    messages(db).find({ $or: heads }).toArray(),
    countUnread(db, sideOf(actor.role), list),
    ordersAbout(db, actor.role, list),
  ]);
  const today = dayKey(new Date());
  const clientOf = byId(clientRows);
  const staffOf = byId(staffRows);
  const lastOf = new Map(lastRows.map((row) => [row.conversationId.toHexString(), row]));
  return list.map((one) => {
    const id = one._id.toHexString();
    const client = clientOf.get(one.clientId.toHexString());
    const staff = staffOf.get(one.couturierId.toHexString());
    const last = lastOf.get(id);
    const people = [
      ...(client?.accountId ? [[client.accountId.toHexString(), one.cursors.client] as const] : []),
      [one.couturierId.toHexString(), one.cursors.couturier] as const,
    ];
    return {
      id,
      clientId: one.clientId.toHexString(),
      couturierId: one.couturierId.toHexString(),
      clientAccountId: client?.accountId?.toHexString(),
      client: { name: client?.name ?? '' },
      couturier: {
        name: staff?.name ?? '',
        speciality: staff?.profile?.speciality,
        ...presenceOf(staff?.profile, today),
      },
      unread: unread.get(id) ?? 0,
      pinned: one.pinned?.[sideOf(actor.role)] ?? false,
      lastSeq: one.lastSeq,
      lastMessage: last && toMessageDto(last, actor),
      readUpTo: Object.fromEntries(people.map(([account, cursor]) => [account, cursor.read])),
      deliveredUpTo: Object.fromEntries(people.map(([account, cursor]) => [account, cursor.delivered])),
      order: orderOf(one),
      orderId: one.orderId?.toHexString(),
      modelId: one.modelId?.toHexString(),
      createdAt: one.createdAt.toISOString(),
      updatedAt: one.updatedAt.toISOString(),
    };
  });
}
