import type { MessageDto } from '@/lib/chat/schemas';
import type { Intent } from '@/lib/chat/words';
import type { Waiting } from '@/lib/http/outbox';
import { dayKey } from '@/lib/i18n/format';
import type { OrderPaper } from '@/lib/orders/schemas';
import type { FileRefDto } from '@/lib/files/schemas';

/** How far a message has come, as its sender sees it. */
export type Progress = 'sending' | 'failed' | 'sent' | 'delivered' | 'read' | 'heard';

/** A message as the thread draws it, whether the house has it yet or not. */
export interface Shown {
  key: string;
  id?: string;
  seq?: number;
  own: boolean;
  intent: Intent;
  content: string;
  attachments: FileRefDto[];
  replyTo?: string;
  orderId?: string;
  remarks?: MessageDto['remarks'];
  createdAt: string;
  progress?: Progress;
  waiting?: Waiting;
  system?: MessageDto['system'];
  reactions?: MessageDto['reactions'];
  history?: MessageDto['history'];
  takenBack?: boolean;
  /** A voice that its hearer has played. */
  heard?: boolean;
}

export type Entry =
  | { kind: 'day'; key: string; at: string }
  | { kind: 'new'; key: string }
  | { kind: 'system'; key: string; message: Shown }
  | { kind: 'paper'; key: string; message: Shown & { orderId: string }; paper: OrderPaper }
  | { kind: 'message'; key: string; message: Shown; opens: boolean; closes: boolean };

/** Words of one speaker this close in time stand together. */
const GROUP_MS = 5 * 60_000;

interface Context {
  /** Am I the sender? */
  isOwn: (message: MessageDto) => boolean;
  /** What the other person has read and got. */
  theirs: { read: number; delivered: number };
  /** The first message that was unread when the thread was opened. */
  firstUnread?: number;
}

const progressOf = (seq: number, { read, delivered }: Context['theirs']): Progress =>
  seq <= read ? 'read' : seq <= delivered ? 'delivered' : 'sent';

function fromMessage(message: MessageDto, context: Context): Shown {
  const own = context.isOwn(message);
  return {
    // The same key before and after the acknowledgement: the bubble stays, its edge goes from basted to plain.
    key: own ? message.clientMessageId : message.id,
    id: message.id,
    seq: message.seq,
    own,
    intent: message.intent,
    content: message.content,
    attachments: message.attachments,
    replyTo: message.replyTo,
    orderId: message.orderId,
    remarks: message.remarks,
    createdAt: message.createdAt,
    progress: own ? (message.heardAt ? 'heard' : progressOf(message.seq, context.theirs)) : undefined,
    heard: message.heardAt !== undefined,
    system: message.system,
    reactions: message.reactions,
    history: message.history,
    takenBack: message.takenBack,
  };
}

const fromWaiting = (waiting: Waiting): Shown => ({
  key: waiting.input.clientMessageId,
  own: true,
  intent: waiting.input.intent ?? 'message',
  content: waiting.input.content,
  attachments: waiting.attachments,
  replyTo: waiting.input.replyTo,
  remarks: waiting.input.remarks,
  createdAt: waiting.createdAt,
  progress: waiting.failed === undefined ? 'sending' : 'failed',
  waiting,
});

/** A part of a thread with the one before and after it, which decide whether words stand together. */
interface Part {
  shown: readonly Shown[];
  before?: Shown;
  after?: Shown;
  firstUnread?: number;
}

/** What the thread draws of one part, from its oldest message to its last. */
function drawn({ shown, before, after, firstUnread }: Part): Entry[] {
  const entries: Entry[] = [];
  shown.forEach((message, index) => {
    const last = index === 0 ? before : shown[index - 1];
    const next = index === shown.length - 1 ? after : shown[index + 1];
    const newDay = !last || dayKey(last.createdAt) !== dayKey(message.createdAt);
    if (newDay) entries.push({ kind: 'day', key: `day-${dayKey(message.createdAt)}`, at: message.createdAt });
    const isFirstUnread = message.seq !== undefined && message.seq === firstUnread;
    if (isFirstUnread) entries.push({ kind: 'new', key: 'new' });
    if (message.system) {
      const { paper } = message.system;
      const { orderId, key } = message;
      if (paper?.opens && orderId !== undefined)
        entries.push({ kind: 'paper', key, message: { ...message, orderId }, paper });
      else entries.push({ kind: 'system', key, message });
      return;
    }
    entries.push({
      kind: 'message',
      key: message.key,
      message,
      opens: newDay || isFirstUnread || !together(last, message),
      closes: !next || !together(message, next) || (next.seq !== undefined && next.seq === firstUnread),
    });
  });
  return entries;
}

/** Messages a block holds: few enough to draw at once, many enough that a long thread has few blocks. */
const BLOCK = 40;

/** Some neighbouring messages; the thread draws the blocks near the screen and keeps the room of the others. */
export interface Block {
  key: string;
  /** First and last number in it; absent for what waits to leave. */
  from?: number;
  to?: number;
  entries: readonly Entry[];
}

interface Kept {
  inputs: readonly unknown[];
  block: Block;
}

/**
 * Builds a thread block by block and keeps what did not change: one more word in a conversation of fifty thousand builds
 * one block.
 */
export class ThreadBuilder {
  #kept = new Map<string, Kept>();

  build(messages: readonly MessageDto[], waiting: readonly Waiting[], context: Context): Block[] {
    const next = new Map<string, Kept>();
    const blocks: Block[] = [];
    const tail = waiting.map(fromWaiting);
    for (let at = 0; at < messages.length;) {
      const number = Math.floor(((messages[at]?.seq ?? 1) - 1) / BLOCK);
      let end = at;
      while (end < messages.length && Math.floor(((messages[end]?.seq ?? 1) - 1) / BLOCK) === number) end += 1;
      const part = messages.slice(at, end);
      const kept = this.#block(`b${number}`, part, messages[at - 1], messages[end], tail[0], context);
      next.set(kept.block.key, kept);
      blocks.push(kept.block);
      at = end;
    }
    this.#kept = next;
    const last = messages.at(-1);
    if (tail.length > 0)
      blocks.push({ key: 'waiting', entries: drawn({ shown: tail, before: last && fromMessage(last, context) }) });
    return blocks;
  }

  #block(
    key: string,
    part: readonly MessageDto[],
    before: MessageDto | undefined,
    after: MessageDto | undefined,
    waiting: Shown | undefined,
    context: Context,
  ): Kept {
    const from = part[0]?.seq ?? 0;
    const to = part.at(-1)?.seq ?? 0;
    const within = (seq: number) => Math.min(Math.max(seq, from - 1), to);
    const theirs = { read: within(context.theirs.read), delivered: within(context.theirs.delivered) };
    const unread = context.firstUnread;
    const firstUnread = unread !== undefined && unread >= from && unread <= to + 1 ? unread : undefined;
    const next = after ? undefined : waiting;
    const inputs = [...part, before, after, next?.key, context.isOwn, theirs.read, theirs.delivered, firstUnread];
    const kept = this.#kept.get(key);
    if (kept && kept.inputs.length === inputs.length && kept.inputs.every((one, index) => one === inputs[index]))
      return kept;
    const own = { ...context, theirs };
    const entries = drawn({
      shown: part.map((one) => fromMessage(one, own)),
      before: before && fromMessage(before, own),
      after: after ? fromMessage(after, own) : next,
      firstUnread,
    });
    return { inputs, block: { key, from, to, entries } };
  }
}

function together(one: Shown | undefined, next: Shown): boolean {
  return (
    one !== undefined &&
    !one.system &&
    !next.system &&
    one.own === next.own &&
    one.progress !== 'failed' &&
    dayKey(one.createdAt) === dayKey(next.createdAt) &&
    Date.parse(next.createdAt) - Date.parse(one.createdAt) < GROUP_MS
  );
}
