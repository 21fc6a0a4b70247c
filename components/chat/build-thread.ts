import type { Intent, MessageDto } from '@/lib/chat/schemas';
import type { Waiting } from '@/lib/http/outbox';
import { dayKey } from '@/lib/i18n/format';
import type { OrderPaper } from '@/lib/orders/schemas';
import type { FileRefDto } from '@/lib/files/schemas';

/** How far a message has come, as its sender sees it. */
export type Progress = 'sending' | 'failed' | 'sent' | 'delivered' | 'read';

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
  createdAt: string;
  progress?: Progress;
  waiting?: Waiting;
  system?: MessageDto['system'];
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
    createdAt: message.createdAt,
    progress: own ? progressOf(message.seq, context.theirs) : undefined,
    system: message.system,
  };
}

const fromWaiting = (waiting: Waiting): Shown => ({
  key: waiting.input.clientMessageId,
  own: true,
  intent: waiting.input.intent ?? 'message',
  content: waiting.input.content,
  attachments: waiting.attachments,
  replyTo: waiting.input.replyTo,
  createdAt: waiting.createdAt,
  progress: waiting.failed === undefined ? 'sending' : 'failed',
  waiting,
});

/** What the thread draws, from the oldest message at hand to the last word that waits to leave. */
export function buildThread(messages: readonly MessageDto[], waiting: readonly Waiting[], context: Context): Entry[] {
  const taken = new Set(messages.map((message) => message.clientMessageId));
  const shown = [
    ...messages.map((message) => fromMessage(message, context)),
    ...waiting.filter((one) => !taken.has(one.input.clientMessageId)).map(fromWaiting),
  ];
  const entries: Entry[] = [];
  shown.forEach((message, index) => {
    const before = shown[index - 1];
    const after = shown[index + 1];
    const newDay = !before || dayKey(before.createdAt) !== dayKey(message.createdAt);
    if (newDay) entries.push({ kind: 'day', key: `day-${dayKey(message.createdAt)}`, at: message.createdAt });
    const isFirstUnread = message.seq !== undefined && message.seq === context.firstUnread;
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
      opens: newDay || isFirstUnread || !together(before, message),
      closes: !after || !together(message, after) || after.seq === context.firstUnread,
    });
  });
  return entries;
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
