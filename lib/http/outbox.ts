import * as v from 'valibot';
import type { SendMessageInput } from '../chat/schemas';
import { INTENTS, MESSAGE_TYPES } from '../chat/words';
import { keptFile } from '../files/kept-file';
import { forgetStored, onStored, storedKeys } from '../browser-storage';
import { forgetShelved } from './file-shelf';
import { readSealed, writeSealed } from './sealed-storage';

const input = v.object({
  clientMessageId: v.string(),
  type: v.picklist(MESSAGE_TYPES),
  content: v.string(),
  intent: v.optional(v.picklist(INTENTS)),
  attachmentIds: v.optional(v.array(v.string())),
  orderId: v.optional(v.string()),
  modelId: v.optional(v.string()),
  replyTo: v.optional(v.string()),
  remarks: v.optional(v.array(v.object({ number: v.pipe(v.number(), v.integer()), words: v.string() }))),
}) satisfies v.GenericSchema<unknown, SendMessageInput>;
const waiting = v.object({
  conversationId: v.string(),
  input,
  attachments: v.array(keptFile),
  createdAt: v.string(),
  /** A voice the house has not got yet: its key on the shelf of files. It leaves before the message does. */
  shelved: v.optional(v.string()),
  /** A refusal for good: it leaves only when the person tries again. */
  failed: v.optional(v.string()),
});
/** A message that has not been acknowledged yet, with what the screen needs to show it meanwhile. */
export type Waiting = v.InferOutput<typeof waiting>;

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
