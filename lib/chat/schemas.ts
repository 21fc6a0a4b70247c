import { z } from 'zod';
import { words } from '../clean-text';
import { fileRefDto } from '../files/schemas';
import { bilingualDto } from '../i18n/bilingual-schemas';
import { spokenEvent } from '../orders/schemas';
import { pageQuery } from '../pagination';
import { givenId, sentMoment } from '../wire';
import { MAX_CONTENT } from './words';
import {
  MESSAGE_TYPES,
  INTENTS,
  REACTIONS,
  MAX_ATTACHMENTS,
  MAX_REMARKS,
  MAX_REMARK,
  CONVERSATION_EVENTS,
} from './words';

/** A number that stands on the picture, and what is said of that place; a place may speak for itself. */
const remark = z.strictObject({ number: z.int().min(1).max(99), words: words().max(MAX_REMARK) });

/** What one sends, over HTTP or the socket. Length and fit are judged by `rules.ts`, the same way for both. */
export const sendMessageInput = z.strictObject({
  clientMessageId: z.string().min(1).max(100),
  type: z.enum(MESSAGE_TYPES),
  content: words().max(MAX_CONTENT),
  intent: z.enum(INTENTS).optional(),
  attachmentIds: z.array(givenId).max(MAX_ATTACHMENTS).optional(),
  orderId: givenId.optional(),
  modelId: givenId.optional(),
  replyTo: givenId.optional(),
  /** A marked picture: what its numbers say. Words left empty become these, for whoever reads words alone. */
  remarks: z.array(remark).min(1).max(MAX_REMARKS).optional(),
});
export type SendMessageInput = z.infer<typeof sendMessageInput>;

/** A line of the order the message names, or of the conversation itself; the first ones kept only the two stages of a move. */
export const systemDto = spokenEvent.partial().extend({
  kind: z.literal('progress'),
  event: z.enum([...spokenEvent.shape.event.options, ...CONVERSATION_EVENTS]).optional(),
});
export type SystemDto = z.infer<typeof systemDto>;

/** A remark as it is read; `notedAt` once the atelier has made a task of it. */
const readRemark = z.object({
  number: z.int(),
  words: z.string(),
  notedAt: sentMoment.optional(),
});

export const messageDto = z.object({
  id: z.string(),
  conversationId: z.string(),
  seq: z.number().int().positive(),
  senderId: z.string(),
  /** `null` while the client has no account yet: the message waits for the person in their file. */
  recipientId: z.string().nullable(),
  clientMessageId: z.string(),
  type: z.enum(MESSAGE_TYPES),
  intent: z.enum(INTENTS),
  content: z.string(),
  attachments: z.array(fileRefDto),
  orderId: z.string().optional(),
  modelId: z.string().optional(),
  replyTo: z.string().optional(),
  /** What the numbers on its picture say. */
  remarks: z.array(readRemark).optional(),
  system: systemDto.optional(),
  reactions: z.object({ client: z.enum(REACTIONS).optional(), couturier: z.enum(REACTIONS).optional() }).optional(),
  /** Of a voice: when the other person first played it. */
  heardAt: sentMoment.optional(),
  /** What it said before, first words first. */
  history: z.array(z.object({ content: z.string(), until: sentMoment })).optional(),
  /** Its sender took it back: it has no words and no files any more. */
  takenBack: z.boolean().optional(),
  /** When it changed last after it was sent. */
  changedAt: sentMoment.optional(),
  createdAt: z.string(),
});
export type MessageDto = z.infer<typeof messageDto>;

/** Items always in rising `seq`. */
export const listMessagesQuery = z
  .strictObject({
    before: z.coerce.number().int().min(1).optional(),
    after: z.coerce.number().int().min(0).optional(),
    /** Only those that changed after this moment, the ones that changed first first. */
    changedAfter: sentMoment.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(24),
    q: words().min(1).max(200).optional(),
    cursor: z.string().max(500).optional(),
  })
  .refine((query) => query.before === undefined || query.after === undefined, { path: ['before'] })
  .refine(
    ({ changedAfter, before, after, q, cursor }) =>
      changedAfter === undefined || [before, after, q, cursor].every((one) => one === undefined),
    { path: ['changedAfter'] },
  );
export type ListMessagesQuery = z.infer<typeof listMessagesQuery>;

export const messagePageDto = z.object({
  items: z.array(messageDto),
  nextCursor: z.string().nullable(),
  /** The highest `seq` of the conversation. */
  head: z.number().int(),
  /** When it was read, by the house's clock: later changes are asked for by `changedAfter`. */
  readAt: sentMoment,
});
export type MessagePageDto = z.infer<typeof messagePageDto>;

export const editMessageInput = z.strictObject({ content: words().max(MAX_CONTENT) });
export type EditMessageInput = z.infer<typeof editMessageInput>;
/** Pictures of a message, put with an order of its client: all of them, or those that are named. */
export const forwardPicturesInput = z.strictObject({
  orderId: givenId,
  fileIds: z.array(givenId).min(1).max(MAX_ATTACHMENTS).optional(),
  /** For both people of the order, or for the atelier alone. */
  kind: z.enum(['remark', 'note']).default('remark'),
  text: words().min(1).max(MAX_CONTENT).optional(),
});
export type ForwardPicturesInput = z.output<typeof forwardPicturesInput>;
export const reactInput = z.strictObject({ reaction: z.enum(REACTIONS) });

const cursors = z.record(z.string(), z.number().int());

export const conversationDto = z.object({
  id: z.string(),
  clientId: z.string(),
  couturierId: z.string(),
  clientAccountId: z.string().optional(),
  client: z.object({ name: z.string() }),
  couturier: z.object({
    name: z.string(),
    speciality: bilingualDto.optional(),
    available: z.boolean(),
    /** Of whoever is away: the day of return, where it is known. */
    backOn: z.string().optional(),
    /** Of whoever is away: what they left for their clients. */
    awayWord: z.string().optional(),
  }),
  unread: z.number().int(),
  /** Pinned by the reader; the other person does not see it. */
  pinned: z.boolean(),
  lastSeq: z.number().int(),
  lastMessage: messageDto.optional(),
  readUpTo: cursors,
  deliveredUpTo: cursors,
  /** What the conversation is about now: the order it names, else the pair's latest open one. */
  order: z.object({ id: z.string(), number: z.string(), title: z.string(), stage: z.string() }).optional(),
  orderId: z.string().optional(),
  modelId: z.string().optional(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type ConversationDto = z.infer<typeof conversationDto>;

export const conversationPageDto = z.object({
  items: z.array(conversationDto),
  nextCursor: z.string().nullable(),
});
export type ConversationPageDto = z.infer<typeof conversationPageDto>;

export const listConversationsQuery = pageQuery.extend({
  filter: z.enum(['all', 'unread', 'unanswered', 'pinned']).default('all'),
  q: words().min(1).max(200).optional(),
});
export type ListConversationsQuery = z.infer<typeof listConversationsQuery>;

/** A client names the couturier, a couturier the client. */
export const startConversationInput = z.strictObject({
  couturierId: givenId.optional(),
  clientId: givenId.optional(),
  orderId: givenId.optional(),
  modelId: givenId.optional(),
});
export type StartConversationInput = z.infer<typeof startConversationInput>;

export const readConversationInput = z.strictObject({ seq: z.number().int().min(0) });

export const cursorDto = z.object({
  conversationId: z.string(),
  userId: z.string(),
  read: z.number().int(),
  delivered: z.number().int(),
});
export type CursorDto = z.infer<typeof cursorDto>;

/** One file of the gallery, with the message it came in. */
export const galleryItemDto = fileRefDto.extend({
  messageId: z.string(),
  seq: z.number().int(),
  intent: z.enum(INTENTS),
  senderId: z.string(),
  createdAt: z.string(),
});
export const galleryPageDto = z.object({ items: z.array(galleryItemDto), nextCursor: z.string().nullable() });
export type GalleryPageDto = z.infer<typeof galleryPageDto>;

export const unreadDto = z.object({ messages: z.number().int(), conversations: z.number().int() });
export type UnreadDto = z.infer<typeof unreadDto>;

/** A conversation as the owner sees it who hands it over: its people, none of its words. */
export const conversationHeadDto = z.object({
  id: z.string(),
  clientId: z.string(),
  clientName: z.string(),
  couturierId: z.string(),
  couturierName: z.string(),
  lastMessageAt: z.string(),
});
export const transferConversationInput = z.strictObject({ couturierId: givenId });
