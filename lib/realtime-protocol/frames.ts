import { z } from 'zod';
import { cursorDto, messageDto, sendMessageInput } from '../chat/schemas';
import { notificationDto } from '../notifications/schemas';
import { givenId, sentMoment } from '../wire';

/** How much one `sync` may ask for, and one connection may be handed on `resume` before it is told to read again. */
export const MAX_PAGE = 100;

const seqs = z.record(givenId, z.number().int().min(0));

/** A ticket for one socket: where to open it, and until when. */
export const realtimeTicketDto = z.object({ url: z.string(), ticket: z.string(), expiresAt: sentMoment });

/**
 * What a client may say. Strict: an unknown field is a bad frame. The length of `content` is a rule, answered with an
 * error frame: the person keeps the words and the connection.
 */
export const clientFrame = z.discriminatedUnion('t', [
  z.strictObject({ t: z.literal('auth'), ticket: z.string().min(1).max(4096) }),
  z.strictObject({ t: z.literal('resume'), after: seqs }),
  sendMessageInput.extend({ t: z.literal('send'), conversationId: givenId, content: z.string() }),
  z.strictObject({ t: z.literal('read'), conversationId: givenId, seq: z.number().int().min(0) }),
  z.strictObject({ t: z.literal('typing'), conversationId: givenId }),
  z.strictObject({
    t: z.literal('sync'),
    conversationId: givenId,
    after: z.number().int().min(0),
    limit: z.number().int().min(1).max(MAX_PAGE).default(MAX_PAGE),
  }),
  z.strictObject({ t: z.literal('ping') }),
]);
export type ClientFrame = z.output<typeof clientFrame>;
export type ClientFrameInput = z.input<typeof clientFrame>;
export type FrameOf<T extends ClientFrame['t']> = Extract<ClientFrame, { t: T }>;

/** What may change while it is read: a frame says « read it again », never what it became. */
export const RESOURCES = ['order', 'task', 'appointment', 'client', 'model', 'conversation'] as const;
export type Resource = (typeof RESOURCES)[number];

export const serverFrame = z.discriminatedUnion('t', [
  z.object({ t: z.literal('ready'), userId: z.string(), sessionExpiresAt: z.string(), heads: seqs }),
  z.object({ t: z.literal('message'), message: messageDto }),
  /** A message that was there already and changed: its words, a reaction, or it was taken back. */
  z.object({ t: z.literal('amended'), message: messageDto }),
  z.object({
    t: z.literal('ack'),
    clientMessageId: z.string(),
    message: messageDto,
    duplicate: z.boolean().optional(),
  }),
  cursorDto.extend({ t: z.literal('cursor') }),
  z.object({ t: z.literal('typing'), conversationId: z.string(), userId: z.string() }),
  z.object({ t: z.literal('presence'), userId: z.string(), online: z.boolean() }),
  z.object({
    t: z.literal('page'),
    conversationId: z.string(),
    messages: z.array(messageDto),
    head: z.number().int(),
    more: z.boolean(),
  }),
  z.object({ t: z.literal('pong') }),
  z.object({ t: z.literal('notification'), notification: notificationDto }),
  z.object({
    t: z.literal('changed'),
    resource: z.enum(RESOURCES),
    id: z.string(),
    version: z.number().int().nullable(),
  }),
  z.object({
    t: z.literal('error'),
    code: z.string(),
    clientMessageId: z.string().optional(),
    retryAfter: z.number().optional(),
  }),
  z.object({ t: z.literal('reset'), conversationId: z.string() }),
]);
export type ServerFrame = z.infer<typeof serverFrame>;

/** Reads a client's frame; `null` for anything that is not one. */
export function parseClientFrame(text: string): ClientFrame | null {
  try {
    const result = clientFrame.safeParse(JSON.parse(text));
    return result.success ? result.data : null;
  } catch {
    return null;
  }
}
