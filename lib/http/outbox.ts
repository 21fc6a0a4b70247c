import * as z from 'zod/mini';
import type { SendMessageInput } from '../chat/schemas';
import { INTENTS, MESSAGE_TYPES } from '../chat/words';
import { keptFile } from '../files/kept-file';
import { forgetStored, onStored, storedKeys } from '../browser-storage';
import { forgetShelved } from './file-shelf';
import { readSealed, writeSealed } from './sealed-storage';

const input = z.object({
  clientMessageId: z.string(),
  type: z.enum(MESSAGE_TYPES),
  content: z.string(),
  intent: z.optional(z.enum(INTENTS)),
  attachmentIds: z.optional(z.array(z.string())),
  orderId: z.optional(z.string()),
  modelId: z.optional(z.string()),
  replyTo: z.optional(z.string()),
  remarks: z.optional(z.array(z.object({ number: z.int(), words: z.string() }))),
}) satisfies z.ZodMiniType<SendMessageInput>;
const waiting = z.object({
  conversationId: z.string(),
  input,
  attachments: z.array(keptFile),
  createdAt: z.string(),
  /** A voice the house has not got yet: its key on the shelf of files. It leaves before the message does. */
  shelved: z.optional(z.string()),
  /** A refusal for good: it leaves only when the person tries again. */
  failed: z.optional(z.string()),
});
/** A message that has not been acknowledged yet, with what the screen needs to show it meanwhile. */
export type Waiting = z.infer<typeof waiting>;

const EMPTY: readonly Waiting[] = [];
/** Before the name of everything that waits. */
export const OUTBOX = 'ff-outbox:';
export const outboxPrefix = (userId: string): string => `${OUTBOX}${userId}:`;

const inOrder = (one: Waiting, other: Waiting): number =>
  one.createdAt === other.createdAt ? 0 : one.createdAt < other.createdAt ? -1 : 1;

/**
 * What was written and not yet taken by the house. Kept sealed in localStorage under the account, so that it survives a reload, a
 * closed tab and a dead battery, and is never sent by another person on the same device. Each message has a key of its own:
 * two tabs that write at the same moment do not write over each other.
 */
export class Outbox {
  #list: readonly Waiting[] = EMPTY;
  readonly #listeners = new Set<() => void>();
  readonly #prefix: string;

  constructor(readonly userId: string) {
    this.#prefix = outboxPrefix(userId);
    this.#list = storedKeys(this.#prefix)
      .flatMap((key) => readSealed(userId, key, waiting) ?? [])
      .sort(inOrder);
    // Another tab wrote, sent or took back something.
    onStored(this.#prefix, (key) => {
      const kept = readSealed(userId, key, waiting);
      this.#show(kept ? this.#with(kept) : this.#list.filter((one) => this.#keyOf(one) !== key));
    });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly list = (): readonly Waiting[] => this.#list;

  /** A full or forbidden storage: the message still waits in this tab. */
  add(waiting: Waiting): void {
    writeSealed(this.userId, this.#keyOf(waiting), waiting);
    this.#show(this.#with(waiting));
  }

  remove(conversationId: string, clientMessageId: string): void {
    const gone = this.#find(conversationId, clientMessageId);
    if (!gone) return;
    forgetStored(this.#keyOf(gone));
    if (gone.shelved !== undefined) void forgetShelved(this.userId, gone.shelved);
    this.#show(this.#list.filter((one) => one !== gone));
  }

  /** A message as it stands now, also where another tab changed it a moment ago; nothing once it has left. */
  newest({ conversationId, input }: Waiting): Waiting | undefined {
    const known = this.#find(conversationId, input.clientMessageId);
    return known && (readSealed(this.userId, this.#keyOf(known), waiting) ?? known);
  }

  /** Marks as refused, or as to be tried again. */
  mark(conversationId: string, clientMessageId: string, failed: string | undefined): void {
    const one = this.#find(conversationId, clientMessageId);
    if (one) this.add({ ...one, failed });
  }

  #find(conversationId: string, clientMessageId: string): Waiting | undefined {
    return this.#list.find(
      (one) => one.conversationId === conversationId && one.input.clientMessageId === clientMessageId,
    );
  }

  #keyOf({ conversationId, input }: Waiting): string {
    return `${this.#prefix}${conversationId}:${input.clientMessageId}`;
  }

  #with(waiting: Waiting): Waiting[] {
    const key = this.#keyOf(waiting);
    const at = this.#list.findIndex((one) => this.#keyOf(one) === key);
    return at < 0
      ? [...this.#list, waiting].sort(inOrder)
      : this.#list.map((one, index) => (index === at ? waiting : one));
  }

  #show(list: readonly Waiting[]): void {
    this.#list = list;
    for (const listener of [...this.#listeners]) listener();
  }
}
