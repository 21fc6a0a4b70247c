import type { ObjectId } from 'mongodb';
import { announceMessage } from '../../lib/chat/announce-message';
import { type Attachment, conversations, type MessageDocument, messages } from '../../lib/chat/documents';
import { fold, typeFor } from '../../lib/chat/rules';
import { type Intent, INTENTS } from '../../lib/chat/schemas';
import { inTransaction } from '../../lib/db/client';
import { newId } from '../../lib/db/ids';
import { files } from '../../lib/files/documents';
import { keepFile } from '../../lib/files/store-file';
import { notifications } from '../../lib/notifications/documents';
import { orders } from '../../lib/orders/documents';
import type { DemoContext } from './context';
import { DEMO_FILES } from './conversation-files';
import { CONVERSATIONS, type PlannedConversation } from './conversation-plan';
import { CLIENTS, STAFF } from './people';

interface Line {
  at: Date;
  by: 'c' | 'h' | 's';
  intent: Intent;
  words: string;
  file?: string;
}

const MINUTE = 60_000;
const isIntent = (word: string): word is Intent => (INTENTS as readonly string[]).includes(word);

/** Reads a script; whoever loads the house at dawn gets today's words a little earlier, in their order. */
export function readScript(ctx: Pick<DemoContext, 'day' | 'now'>, script: string): Line[] {
  const lines: Line[] = [];
  let moment = ctx.now;
  for (const row of script.trim().split('\n')) {
    const when = /^@(-?\d+) (\d+):(\d+)$/.exec(row);
    if (when) {
      moment = ctx.day(Number(when[1]), Number(when[2]), Number(when[3]));
      continue;
    }
    const said = /^([chs]) (?:\[(\w+)\] ?)?(.*?)(?: ?\+(\w+))?$/.exec(row);
    if (!said) throw new Error(`not a line of a conversation: ${row}`);
    const [, by, intent = 'message', words = '', file] = said;
    if ((by !== 'c' && by !== 'h' && by !== 's') || !isIntent(intent)) throw new Error(`who or what: ${row}`);
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

async function toMessages(
  ctx: DemoContext,
  plan: PlannedConversation,
  conversationId: ObjectId,
  orderId: ObjectId | undefined,
): Promise<MessageDocument[]> {
  const [client, couturier] = [ctx.accounts[plan.client], ctx.accounts[plan.staff]];
  const list: MessageDocument[] = [];
  for (const [index, line] of readScript(ctx, plan.script).entries()) {
    const _id = newId();
    const own = line.by === 'c';
    const [from, to] = line.by === 's' ? line.words.split(' ') : [];
    const content = line.by === 's' ? 'Nouvelle étape' : line.words;
    const attachments = await attach(ctx, own ? client : couturier, _id, line);
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
      intent: line.by === 's' ? 'progress' : line.intent,
      content,
      searchText: fold([content, ...attachments.map(({ name }) => name)].join('\n')),
      attachments,
      ...(line.by === 's' ? { system: { kind: 'progress' as const, from, to }, orderId } : {}),
      createdAt: line.at,
    });
  }
  return list;
}

/** How far a side has read: all but its last `unread`. */
const cursorOf = (head: number, unread = 0) => ({ read: head - unread, delivered: head - unread });

async function ring(ctx: DemoContext, message: MessageDocument, sender: string): Promise<void> {
  if (!message.recipientId) return;
  await inTransaction(ctx.db, (session) => announceMessage(ctx.db, message, sender, session));
  const when = { createdAt: message.createdAt, updatedAt: message.createdAt };
  await notifications(ctx.db).updateOne(
    { accountId: message.recipientId, group: `conversation:${message.conversationId.toHexString()}`, read: false },
    { $set: when },
  );
}

async function load(ctx: DemoContext, plan: PlannedConversation): Promise<void> {
  const pair = { clientId: ctx.clients[plan.client], couturierId: ctx.accounts[plan.staff] };
  const _id = newId();
  const order = await orders(ctx.db).findOne(pair, { sort: { createdAt: -1 }, projection: { _id: 1 } });
  const list = await toMessages(ctx, plan, _id, order?._id);
  const last = list.at(-1);
  const first = list[0];
  if (!first || !last) return;
  await messages(ctx.db).insertMany(list);
  const lastOf = (side: 'client' | 'couturier') => list.findLast((one) => one.senderSide === side)?.seq ?? 0;
  await conversations(ctx.db).insertOne({
    _id,
    ...pair,
    lastSeq: last.seq,
    lastMessageAt: last.createdAt,
    lastFrom: { client: lastOf('client'), couturier: lastOf('couturier') },
    cursors: {
      client: cursorOf(last.seq, plan.unread?.client),
      couturier: cursorOf(last.seq, plan.unread?.couturier),
    },
    ...(plan.model && ctx.models[plan.model] ? { modelId: ctx.models[plan.model] } : {}),
    createdAt: first.createdAt,
    updatedAt: last.createdAt,
    version: last.seq + 1,
  });
  if (!plan.unread) return;
  const people = last.senderSide === 'client' ? CLIENTS : STAFF;
  const key = last.senderSide === 'client' ? plan.client : plan.staff;
  await ring(ctx, last, people.find((one) => one.key === key)?.name ?? '');
}

/** The conversations of the demo house, with what is unread on both sides. */
export async function loadConversations(ctx: DemoContext): Promise<void> {
  for (const plan of CONVERSATIONS) await load(ctx, plan);
}
