import type { ObjectId } from 'mongodb';
import { announceMessage } from '../../lib/chat/announce-message';
import { type Attachment, conversations, type MessageDocument, messages } from '../../lib/chat/documents';
import { type Cursor, type Side, standingOf, typeFor } from '../../lib/chat/rules';
import { messageSearchFields } from '../../lib/chat/search-fields';
import { type Intent, INTENTS } from '../../lib/chat/words';
import { inTransaction } from '../../lib/db/client';
import { newId } from '../../lib/db/ids';
import { files } from '../../lib/files/documents';
import { keepFile } from '../../lib/files/store-file';
import { notifications } from '../../lib/notifications/documents';
import { describeEvent } from '../../lib/orders/describe-event';
import { type OrderDocument, type OrderEventDocument, orderEvents, orders } from '../../lib/orders/documents';
import { spokenOf } from '../../lib/orders/speak';
import type { DemoContext } from './context';
import { DEMO_FILES } from './conversation-files';
import { CONVERSATIONS, type PlannedConversation } from './conversation-plan';
import { CLIENTS, STAFF } from './people';

interface Line {
  at: Date;
  by: 'c' | 'h';
  intent: Intent;
  words: string;
  file?: string;
}

/** What the conversation is told of the pair's orders. */
type Told = { at: Date; event: OrderEventDocument; order: Pick<OrderDocument, '_id' | 'number' | 'title'> };

const MINUTE = 60_000;
const isIntent = (word: string): word is Intent => (INTENTS as readonly string[]).includes(word);

/** Reads a script; whoever loads the house at dawn gets today's words a little earlier, in their order. */
function readScript(ctx: Pick<DemoContext, 'day' | 'now'>, script: string): Line[] {
  const lines: Line[] = [];
  let moment = ctx.now;
  for (const row of script.trim().split('\n')) {
    const when = /^@(-?\d+) (\d+):(\d+)$/.exec(row);
    if (when) {
      moment = ctx.day(Number(when[1]), Number(when[2]), Number(when[3]));
      continue;
    }
    const said = /^([ch]) (?:\[(\w+)\] ?)?(.*?)(?: ?\+(\w+))?$/.exec(row);
    if (!said) throw new Error(`not a line of a conversation: ${row}`);
    const [, by, intent = 'message', words = '', file] = said;
    if ((by !== 'c' && by !== 'h') || !isIntent(intent)) throw new Error(`who or what: ${row}`);
    lines.push({ at: moment, by, intent, words, file });
    moment = new Date(moment.getTime() + 3 * MINUTE);
  }
  let latest = ctx.now.getTime() - MINUTE;
  for (const line of [...lines].reverse()) {
    line.at = new Date(Math.min(line.at.getTime(), latest));
    latest = line.at.getTime() - MINUTE / 2;
  }
  return lines;
}

async function attach(ctx: DemoContext, owner: ObjectId, message: ObjectId, line: Line): Promise<Attachment[]> {
  if (line.file === undefined) return [];
  const make = DEMO_FILES[line.file];
  if (!make) throw new Error(`no demo file called ${line.file}`);
  const { _id, name, mime, size, width, height } = await keepFile(ctx.db, owner, {
    purpose: 'message',
    ...(await make()),
  });
  await files(ctx.db).updateOne(
    { _id },
    { $set: { attachedTo: { kind: 'message', id: message }, createdAt: line.at } },
  );
  return [{ id: _id, name, mime, size, width, height }];
}

/** The events of the pair's orders that a conversation tells, since its first word. */
async function readOrders(
  ctx: DemoContext,
  pair: { clientId: ObjectId; couturierId: ObjectId },
  since: Date,
): Promise<Told[]> {
  const list = await orders(ctx.db)
    .find(pair, { projection: { number: 1, title: 1 } })
    .toArray();
  const events = await orderEvents(ctx.db)
    .find({ orderId: { $in: list.map(({ _id }) => _id) }, at: { $gt: since } })
    .toArray();
  return events.flatMap((event) => {
    const order = list.find(({ _id }) => _id.equals(event.orderId));
    return order && spokenOf(event) ? [{ at: event.at, event, order }] : [];
  });
}

/** Words and lines of the orders in one history, as they came. */
async function toMessages(
  ctx: DemoContext,
  plan: PlannedConversation,
  conversationId: ObjectId,
): Promise<MessageDocument[]> {
  const [client, couturier] = [ctx.accounts[plan.client], ctx.accounts[plan.staff]];
  const script = readScript(ctx, plan.script);
  const pair = { clientId: ctx.clients[plan.client], couturierId: couturier };
  const told = script[0] ? await readOrders(ctx, pair, script[0].at) : [];
  const history = [...script, ...told].sort((one, other) => one.at.getTime() - other.at.getTime());
  const list: MessageDocument[] = [];
  for (const [index, entry] of history.entries()) {
    const _id = newId();
    const own = 'event' in entry ? entry.event.actorId.equals(client) : entry.by === 'c';
    const attachments = 'event' in entry ? [] : await attach(ctx, own ? client : couturier, _id, entry);
    const content = 'event' in entry ? describeEvent('fr', entry.event, entry.order).title : entry.words;
    const said = 'event' in entry && spokenOf(entry.event);
    list.push({
      _id,
      conversationId,
      seq: index + 1,
      senderId: own ? client : couturier,
      senderSide: own ? 'client' : 'couturier',
      recipientId: own ? couturier : client,
      clientMessageId: `demo-${index + 1}`,
      bodyHash: `demo-${index + 1}`,
      type: typeFor(attachments),
      intent: 'event' in entry ? 'progress' : entry.intent,
      content,
      ...messageSearchFields(content, ...attachments.map(({ name }) => name)),
      attachments,
      ...('event' in entry && said ? { system: { kind: 'progress', ...said }, orderId: entry.order._id } : {}),
      createdAt: entry.at,
    });
  }
  return list;
}

/** How far a side has read: to just before the last `unread` words of the other. */
function cursorOf(list: readonly MessageDocument[], reader: Side, unread = 0): Cursor {
  const theirs = list.filter((one) => one.senderSide !== reader && !one.system);
  const seq = unread === 0 ? list.length : (theirs.at(-unread)?.seq ?? 1) - 1;
  return { read: seq, delivered: seq };
}

type About = { senderName: string; clientId: ObjectId };

async function ring(ctx: DemoContext, message: MessageDocument, about: About): Promise<void> {
  if (!message.recipientId) return;
  await inTransaction(ctx.db, (session) => announceMessage(ctx.db, message, about, session));
  const when = { createdAt: message.createdAt, updatedAt: message.createdAt };
  await notifications(ctx.db).updateOne(
    { accountId: message.recipientId, group: `conversation:${message.conversationId.toHexString()}`, read: false },
    { $set: when },
  );
}

async function load(ctx: DemoContext, plan: PlannedConversation): Promise<void> {
  const pair = { clientId: ctx.clients[plan.client], couturierId: ctx.accounts[plan.staff] };
  const _id = newId();
  const list = await toMessages(ctx, plan, _id);
  const last = list.at(-1);
  const first = list[0];
  if (!first || !last) return;
  await messages(ctx.db).insertMany(list);
  const lastOf = (side: Side, words = false) =>
    list.findLast((one) => one.senderSide === side && !(words && one.system))?.seq ?? 0;
  const stands = {
    lastFrom: { client: lastOf('client'), couturier: lastOf('couturier') },
    lastWords: { client: lastOf('client', true), couturier: lastOf('couturier', true) },
    cursors: {
      client: cursorOf(list, 'client', plan.unread?.client),
      couturier: cursorOf(list, 'couturier', plan.unread?.couturier),
    },
  };
  await conversations(ctx.db).insertOne({
    _id,
    ...pair,
    lastSeq: last.seq,
    lastMessageAt: last.createdAt,
    ...stands,
    ...standingOf(stands),
    ...(plan.model && ctx.models[plan.model] ? { modelId: ctx.models[plan.model] } : {}),
    createdAt: first.createdAt,
    updatedAt: last.createdAt,
    version: last.seq + 1,
  });
  const word = list.findLast((one) => !one.system);
  if (!plan.unread || !word) return;
  const people = word.senderSide === 'client' ? CLIENTS : STAFF;
  const key = word.senderSide === 'client' ? plan.client : plan.staff;
  const senderName = people.find((one) => one.key === key)?.name ?? '';
  await ring(ctx, word, { senderName, clientId: ctx.clients[plan.client] });
}

/** The conversations of the demo house, with what is unread on both sides. */
export async function loadConversations(ctx: DemoContext): Promise<void> {
  for (const plan of CONVERSATIONS) await load(ctx, plan);
}
