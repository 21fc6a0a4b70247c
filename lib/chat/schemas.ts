import { z } from 'zod';
import { spokenEvent } from '../orders/schemas';
import { pageQuery } from '../pagination';
import { givenId } from '../wire';

export const MESSAGE_TYPES = ['text', 'image', 'file'] as const;
export const INTENTS = ['message', 'request', 'reference', 'suggestion', 'sketch', 'progress'] as const;
export type MessageType = (typeof MESSAGE_TYPES)[number];
export type Intent = (typeof INTENTS)[number];

export const MAX_CONTENT = 4_000;
export const MAX_ATTACHMENTS = 8;

/** A file as a message carries it. */
export const fileRefSchema = z.object({
  id: z.string(),
  name: z.string(),
  mime: z.string(),
  size: z.number(),
  width: z.number().optional(),
  height: z.number().optional(),
});
export type FileRefDto = z.infer<typeof fileRefSchema>;

/** What one sends, over HTTP or the socket. Length and fit are judged by `rules.ts`, the same way for both doors. */
export const sendMessageSchema = z.strictObject({
  clientMessageId: z.string().min(1).max(100),
  type: z.enum(MESSAGE_TYPES),
  content: z.string().max(MAX_CONTENT),
  intent: z.enum(INTENTS).optional(),
  attachmentIds: z.array(givenId).max(MAX_ATTACHMENTS).optional(),
  orderId: givenId.optional(),
  modelId: givenId.optional(),
  replyTo: givenId.optional(),
});
export type SendMessageInput = z.infer<typeof sendMessageSchema>;

/** What happens to a conversation itself: it got another couturier, or the words of another one follow. */
export const CONVERSATION_EVENTS = ['handedOver', 'joined'] as const;

/** A line of the order the message names, or of the conversation itself; the first ones kept only the two stages of a move. */
export const systemSchema = spokenEvent.partial().extend({
  kind: z.literal('progress'),
  event: z.enum([...spokenEvent.shape.event.options, ...CONVERSATION_EVENTS]).optional(),
});
export type SystemDto = z.infer<typeof systemSchema>;

export const messageSchema = z.object({
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
  attachments: z.array(fileRefSchema),
  orderId: z.string().optional(),
  modelId: z.string().optional(),
  replyTo: z.string().optional(),
  system: systemSchema.optional(),
  createdAt: z.string(),
});
export type MessageDto = z.infer<typeof messageSchema>;

/** Items always in rising `seq`. */
export const messagesQuery = z
  .strictObject({
    before: z.coerce.number().int().min(1).optional(),
    after: z.coerce.number().int().min(0).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(24),
    q: z.string().trim().min(1).max(200).optional(),
    cursor: z.string().max(500).optional(),
  })
  .refine((query) => query.before === undefined || query.after === undefined, { path: ['before'] });
export type MessagesQuery = z.infer<typeof messagesQuery>;

export const messageListSchema = z.object({
  items: z.array(messageSchema),
  nextCursor: z.string().nullable(),
  /** The highest `seq` of the conversation. */
  head: z.number().int(),
});
export type MessageList = z.infer<typeof messageListSchema>;

const cursorsSchema = z.record(z.string(), z.number().int());

export const conversationSchema = z.object({
  id: z.string(),
  clientId: z.string(),
  couturierId: z.string(),
  clientAccountId: z.string().optional(),
  client: z.object({ name: z.string() }),
  couturier: z.object({
    name: z.string(),
    speciality: z.object({ fr: z.string(), en: z.string() }).optional(),
    available: z.boolean(),
    backOn: z.string().optional(),
  }),
  unread: z.number().int(),
  /** Kept at hand by the reader; the other person does not see it. */
  pinned: z.boolean(),
  lastSeq: z.number().int(),
  lastMessage: messageSchema.optional(),
  readUpTo: cursorsSchema,
  deliveredUpTo: cursorsSchema,
  /** What the conversation is about now: the order it names, else the pair's latest open one. */
  order: z.object({ id: z.string(), number: z.string(), title: z.string(), stage: z.string() }).optional(),
  orderId: z.string().optional(),
  modelId: z.string().optional(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type ConversationDto = z.infer<typeof conversationSchema>;

export const conversationListSchema = z.object({
  items: z.array(conversationSchema),
  nextCursor: z.string().nullable(),
});
export type ConversationList = z.infer<typeof conversationListSchema>;

export const conversationsQuery = pageQuery.extend({
  filter: z.enum(['all', 'unread', 'unanswered', 'pinned']).default('all'),
  q: z.string().trim().min(1).max(200).optional(),
});
export type ConversationsQuery = z.infer<typeof conversationsQuery>;

/** A client names the couturier, a couturier the client. */
export const startConversationSchema = z.strictObject({
  couturierId: givenId.optional(),
  clientId: givenId.optional(),
  orderId: givenId.optional(),
  modelId: givenId.optional(),
});
export type StartConversationInput = z.infer<typeof startConversationSchema>;

export const readConversationSchema = z.strictObject({ seq: z.number().int().min(0) });

export const cursorSchema = z.object({
  conversationId: z.string(),
  userId: z.string(),
  read: z.number().int(),
  delivered: z.number().int(),
});
export type CursorDto = z.infer<typeof cursorSchema>;

/** One file of the gallery, with the message it came in. */
export const galleryItemSchema = fileRefSchema.extend({
  messageId: z.string(),
  seq: z.number().int(),
  intent: z.enum(INTENTS),
  senderId: z.string(),
  createdAt: z.string(),
});
export type GalleryItem = z.infer<typeof galleryItemSchema>;
export const galleryListSchema = z.object({ items: z.array(galleryItemSchema), nextCursor: z.string().nullable() });
export type GalleryList = z.infer<typeof galleryListSchema>;

export const unreadSchema = z.object({ messages: z.number().int(), conversations: z.number().int() });
export type UnreadDto = z.infer<typeof unreadSchema>;

/** A conversation as the owner sees it who hands it over: its people, none of its words. */
export const conversationHead = z.object({
  id: z.string(),
  clientId: z.string(),
  clientName: z.string(),
  couturierId: z.string(),
  couturierName: z.string(),
  lastMessageAt: z.string(),
});
export const conversationTransfer = z.strictObject({ couturierId: givenId });
