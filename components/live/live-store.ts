/** How long « is writing » is believed without another word. */
const TYPING_MS = 5_000;

/** Who is online and who is writing: small facts that come and go, outside the query cache. */
export class LiveStore {
  #online: ReadonlySet<string> = new Set();
  #typing: ReadonlyMap<string, string> = new Map();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly online = (): ReadonlySet<string> => this.#online;
  /** Conversation id → the account that is writing there. */
  readonly typing = (): ReadonlyMap<string, string> => this.#typing;

  setPresence(userId: string, online: boolean): void {
    const next = new Set(this.#online);
    if (online) next.add(userId);
    else next.delete(userId);
    this.#online = next;
    this.#tell();
  }

  /** The line was cut: nobody is known to be here until it is back. */
  forget(): void {
    if (this.#online.size === 0 && this.#typing.size === 0) return;
    this.#online = new Set();
    this.#typing = new Map();
    this.#tell();
  }

  setTyping(conversationId: string, userId: string): void {
    this.#typing = new Map(this.#typing).set(conversationId, userId);
    clearTimeout(this.#timers.get(conversationId));
    this.#timers.set(
      conversationId,
      setTimeout(() => this.stopTyping(conversationId), TYPING_MS),
    );
    this.#tell();
  }

  stopTyping(conversationId: string): void {
    clearTimeout(this.#timers.get(conversationId));
    this.#timers.delete(conversationId);
    if (!this.#typing.has(conversationId)) return;
    const next = new Map(this.#typing);
    next.delete(conversationId);
    this.#typing = next;
    this.#tell();
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
