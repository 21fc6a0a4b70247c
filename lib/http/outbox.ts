import type { SendMessageInput } from '../chat/schemas';
import type { FileRefDto } from '../files/schemas';

/** A message that has not been acknowledged yet, with what the screen needs to show it meanwhile. */
export interface Waiting {
  conversationId: string;
  input: SendMessageInput;
  attachments: FileRefDto[];
  createdAt: string;
  /** A refusal for good: it leaves only when the person tries again or takes it back. */
  failed?: string;
}

const KEY = 'ff-outbox';
const EMPTY: readonly Waiting[] = [];

/**
 * What was written and not yet taken by the house. Kept in localStorage under the account, so that it survives a reload, a
 * closed tab and a dead battery, and is never sent by another person on the same device.
 */
export class Outbox {
  #list: readonly Waiting[] = EMPTY;
  readonly #listeners = new Set<() => void>();
  readonly #key: string;

  constructor(userId: string) {
    this.#key = `${KEY}:${userId}`;
    this.#list = this.#load();
    // Another tab wrote or sent something.
    if (typeof window !== 'undefined')
      window.addEventListener('storage', (event) => {
        if (event.key === this.#key) this.#set(this.#load(), false);
      });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly list = (): readonly Waiting[] => this.#list;

  add(waiting: Waiting): void {
    this.#set([...this.#without(waiting), waiting]);
  }

  remove(conversationId: string, clientMessageId: string): void {
    const kept = this.#list.filter(
      (one) => one.conversationId !== conversationId || one.input.clientMessageId !== clientMessageId,
    );
    if (kept.length !== this.#list.length) this.#set(kept);
  }

  /** Marks as refused, or as to be tried again. */
  mark(conversationId: string, clientMessageId: string, failed: string | undefined): void {
    this.#set(
      this.#list.map((one) =>
        one.conversationId === conversationId && one.input.clientMessageId === clientMessageId
          ? { ...one, failed }
          : one,
      ),
    );
  }

  #without({ conversationId, input }: Waiting): Waiting[] {
    return this.#list.filter(
      (one) => one.conversationId !== conversationId || one.input.clientMessageId !== input.clientMessageId,
    );
  }

  #load(): readonly Waiting[] {
    try {
      const list: unknown = JSON.parse(localStorage.getItem(this.#key) ?? '[]');
      return Array.isArray(list) ? (list as Waiting[]) : EMPTY;
    } catch {
      return EMPTY;
    }
  }

  #set(list: readonly Waiting[], store = true): void {
    this.#list = list;
    try {
      if (store) localStorage.setItem(this.#key, JSON.stringify(list));
    } catch {
      // A full or forbidden storage: the message still waits in this tab.
    }
    for (const listener of [...this.#listeners]) listener();
  }
}
