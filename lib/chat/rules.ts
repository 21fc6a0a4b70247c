import type { Role } from '../actor';
import { MINUTE_MS } from '../calendar';
import type { ErrorCode } from '../errors';
import type { Intent, MessageType } from './words';
import { MAX_CONTENT } from './words';

/** Which of its two people: cursors and unread counts are kept by side, so that they survive a change of couturier or a late account. */
export type Side = 'client' | 'couturier';

/** An id of the database, as far as a rule needs it. */
type Id = { toString(): string };

export const sideOf = (role: Role): Side => (role === 'client' ? 'client' : 'couturier');
export const otherSide = (side: Side): Side => (side === 'client' ? 'couturier' : 'client');

/** Whether a conversation is this person's: the same rule as `scopeOf`, for one that was read for several people. */
export function speaksIn(
  actor: { id: Id; role: Role; clientId?: Id },
  conversation: { clientId: Id; couturierId: Id },
): boolean {
  if (actor.role !== 'client') return String(actor.id) === String(conversation.couturierId);
  return actor.clientId !== undefined && String(actor.clientId) === String(conversation.clientId);
}

/** Who may mean what (product.md, « Conversation »). The system's own progress lines do not pass here. */
export const INTENTS_OF: Record<Side, readonly Intent[]> = {
  client: ['message', 'request', 'reference'],
  couturier: ['message', 'suggestion', 'sketch', 'progress'],
};

const IMAGE = /^image\//;
/** Nothing a reader could see: spaces, characters that draw nothing, the empty signs of Braille and Hangul. */
const BLANK = /^[\s\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\u2800\u3164\uffa0]*$/u;
export const isBlank = (text: string): boolean => BLANK.test(text);

interface Draft {
  type: MessageType;
  content: string;
  intent: Intent;
  attachments: readonly { mime: string; voice?: unknown }[];
  remarks?: readonly Remark[];
}

/** A number that stands on a picture, and what is said of that place. */
export interface Remark {
  number: number;
  words: string;
}

/** Remarks as words alone: a line for each that says something, in the order of their numbers. */
export const linesOf = (remarks: readonly Remark[]): string =>
  [...remarks]
    .sort((one, other) => one.number - other.number)
    .filter(({ words }) => !isBlank(words))
    .map(({ number, words }) => `${number}. ${words.trim()}`)
    .join('\n');

/**
 * What is wrong with a message, or `null`. A text needs words and carries no file; an image message carries images only;
 * a file message carries at least one file; a voice speaks alone, with a written line beside it or none; a sketch is an image, and a
 * reference carries one. Remarks stand on one picture, each under a number of its own.
 */
export function judgeMessage(side: Side, draft: Draft): ErrorCode | null {
  if (!INTENTS_OF[side].includes(draft.intent)) return 'intent_not_allowed';
  if (draft.content.length > MAX_CONTENT) return 'invalid_request';
  if (draft.intent === 'sketch' && draft.type !== 'image') return 'attachment_mismatch';
  if (draft.remarks) {
    if (draft.type !== 'image' || draft.attachments.length !== 1) return 'attachment_mismatch';
    if (new Set(draft.remarks.map(({ number }) => number)).size !== draft.remarks.length) return 'invalid_request';
  }
  // « Image de référence » over a bubble without one would promise a picture that nobody gets.
  if (draft.intent === 'reference' && !draft.attachments.some(isImage)) return 'attachment_mismatch';
  if (draft.type === 'text') {
    if (draft.attachments.length > 0) return 'attachment_mismatch';
    return isBlank(draft.content) ? 'message_empty' : null;
  }
  if (draft.attachments.length === 0) return 'attachment_mismatch';
  const voices = draft.attachments.filter(({ voice }) => voice !== undefined).length;
  if (draft.type === 'voice') return voices === 1 && draft.attachments.length === 1 ? null : 'attachment_mismatch';
  if (voices > 0) return 'attachment_mismatch';
  if (draft.type === 'image' && !draft.attachments.every((file) => IMAGE.test(file.mime))) return 'attachment_mismatch';
  return null;
}

/** The type that fits what is attached. */
export const typeFor = (attachments: readonly { mime: string }[]): MessageType =>
  attachments.length === 0 ? 'text' : attachments.every((file) => IMAGE.test(file.mime)) ? 'image' : 'file';

export const isImage = (file: { mime: string }): boolean => IMAGE.test(file.mime);
/** What is looked at, where it lies and over the whole window: pictures and videos. */
export const isSeen = (file: { mime: string; video?: unknown }): boolean => isImage(file) || file.video !== undefined;

/** How long after it was sent a message may be edited or taken back by its sender. */
export const AMEND_MS = 10 * MINUTE_MS;
/** So often a message may be edited: its history is kept with it. */
export const MOST_EDITS = 20;

/** What is wrong with changing a message at this moment, or `null`. Whoever did not say it changes nothing of it, nor of a line of the order. */
export function judgeAmendment(
  actor: { id: Id },
  message: { senderId: Id; createdAt: Date; system?: unknown; takenBack?: boolean; history?: readonly unknown[] },
  now: Date,
): ErrorCode | null {
  if (message.system !== undefined || String(message.senderId) !== String(actor.id)) return 'forbidden';
  if (message.takenBack || now.getTime() - message.createdAt.getTime() > AMEND_MS) return 'message_settled';
  return (message.history?.length ?? 0) >= MOST_EDITS ? 'message_settled' : null;
}

export interface Cursor {
  read: number;
  delivered: number;
}

/** For whom something is unread in a conversation, and whose answer is waited for: the other side has had the last word. */
export function standingOf(conversation: {
  lastFrom: Record<Side, number>;
  lastWords: Record<Side, number>;
  cursors: Record<Side, Cursor>;
}): { unreadBy: Side[]; unansweredBy: Side[] } {
  const { lastFrom, lastWords, cursors } = conversation;
  const sides: readonly Side[] = ['client', 'couturier'];
  return {
    unreadBy: sides.filter((side) => lastFrom[otherSide(side)] > cursors[side].read),
    unansweredBy: sides.filter((side) => lastWords[otherSide(side)] > lastWords[side]),
  };
}

/**
 * A cursor after someone says « up to here »: never backwards, never past what exists, and what is read was delivered.
 */
export function moveCursor(now: Cursor, move: Partial<Cursor>, head: number): Cursor {
  const read = Math.max(now.read, Math.min(move.read ?? 0, head));
  return { read, delivered: Math.max(now.delivered, Math.min(move.delivered ?? 0, head), read) };
}

/** Minutes each run of a client's words waited for the couturier's next word; who still waits is not counted. */
export function answerGaps(words: readonly { senderSide: Side; createdAt: Date }[]): number[] {
  const gaps: number[] = [];
  let asked: Date | null = null;
  for (const { senderSide, createdAt } of words) {
    if (senderSide === 'client') asked ??= createdAt;
    else if (asked) {
      gaps.push((createdAt.getTime() - asked.getTime()) / 60_000);
      asked = null;
    }
  }
  return gaps;
}

/** How soon somebody answers: within the hour, the same day, or later. */
export type Pace = 'hour' | 'day' | 'days';

const FEWEST_ANSWERS = 3;

/** The habit told by the median wait in minutes; `null` from fewer than three answers, which tell no habit. */
export function paceOf(minutes: readonly number[]): Pace | null {
  if (minutes.length < FEWEST_ANSWERS) return null;
  const sorted = [...minutes].sort((a, b) => a - b);
  const median = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  if (median <= 60) return 'hour';
  return median <= 24 * 60 ? 'day' : 'days';
}
