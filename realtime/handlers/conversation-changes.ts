import type { ConversationDocument } from '../../lib/chat/documents';
import { type Cursor, type Side, speaksIn } from '../../lib/chat/rules';
import { findClientById } from '../../lib/clients/find-client';
import type { Connection } from '../connection';
import type { Hub } from '../hub';

type Seen = Pick<ConversationDocument, '_id' | 'clientId' | 'couturierId' | 'lastSeq' | 'cursors'>;

/** Who is in a conversation, and how far its two people have come, as it changes. */
export class ConversationChanges {
  /** The cursors last told, so that a change of something else in a conversation is not told as one. */
  readonly #cursors = new Map<string, Record<Side, Cursor>>();
  /** The heads last told: what lists show of a conversation is drawn from its messages a moment after they went out. */
  readonly #heads = new Map<string, number>();
  readonly #clientAccounts = new Map<string, string>();
  readonly #opened = new Set<string>();

  constructor(private readonly hub: Hub) {}

  async changed(document: Seen): Promise<void> {
    const id = document._id.toHexString();
    const isNew = this.#opened.delete(id);
    const isParty = (one: Connection) => one.actor !== undefined && speaksIn(one.actor, document);
    for (const one of this.hub.rooms.in(id)) {
      if (isParty(one)) continue;
      one.quit(id);
      one.send({ t: 'reset', conversationId: id });
    }
    for (const one of this.#parties(document)) {
      if (!isParty(one)) continue;
      if (!one.pump.has(id)) {
        one.join(id, isNew ? 0 : document.lastSeq);
        if (one.ready && !isNew) one.send({ t: 'reset', conversationId: id });
      }
      // What this process has not been told of otherwise: words that were carried over from another conversation.
      if (one.pump.watermark(id) < document.lastSeq) one.look(id);
    }
    if (!this.hub.rooms.has(id)) {
      this.#cursors.delete(id);
      this.#heads.delete(id);
      return;
    }
    this.#tellHead(id, document);
    await this.#tellCursors(id, document);
  }

  /** A conversation that is gone: its words went on in another one, or were erased. */
  gone(id: string): void {
    this.#cursors.delete(id);
    this.#heads.delete(id);
    for (const one of this.hub.rooms.in(id)) {
      one.quit(id);
      one.send({ t: 'reset', conversationId: id });
    }
  }

  /** A conversation that was just made: its people read it from its first message on. */
  opened(id: string): void {
    this.#opened.add(id);
  }

  *#parties({ clientId, couturierId }: Seen): Iterable<Connection> {
    yield* this.hub.people.in(couturierId.toHexString());
    yield* this.hub.files.in(clientId.toHexString());
  }

  /** Lists that were read between a message and what was drawn from it are read again. */
  #tellHead(id: string, { lastSeq }: Seen): void {
    if ((this.#heads.get(id) ?? 0) >= lastSeq) return;
    this.#heads.set(id, lastSeq);
    for (const one of this.hub.rooms.in(id))
      if (one.ready) one.send({ t: 'changed', resource: 'conversation', id, version: null });
  }

  async #tellCursors(id: string, document: Seen): Promise<void> {
    const before = this.#cursors.get(id);
    this.#cursors.set(id, document.cursors);
    for (const side of ['client', 'couturier'] as const) {
      const now = document.cursors[side];
      if (before ? before[side].read === now.read && before[side].delivered === now.delivered : now.delivered === 0)
        continue;
      const userId = side === 'couturier' ? document.couturierId.toHexString() : await this.#accountOf(document);
      if (!userId) continue;
      for (const one of this.hub.rooms.in(id))
        if (one.ready) one.send({ t: 'cursor', conversationId: id, userId, read: now.read, delivered: now.delivered });
    }
  }

  async #accountOf({ clientId }: Seen): Promise<string | undefined> {
    const key = clientId.toHexString();
    const known = this.#clientAccounts.get(key);
    if (known) return known;
    const file = await findClientById(this.hub.db, clientId);
    const account = file?.accountId?.toHexString();
    if (account) this.#clientAccounts.set(key, account);
    return account;
  }
}
