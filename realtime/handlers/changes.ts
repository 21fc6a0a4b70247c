import type { Document } from 'mongodb';
import { ObjectId } from 'mongodb';
import type { AccountDocument, SessionDocument } from '../../lib/auth/documents';
import type { ConversationDocument } from '../../lib/chat/documents';
import type { Cursor, Side } from '../../lib/chat/rules';
import { findClientById } from '../../lib/clients/find-client';
import type { NotificationDocument } from '../../lib/notifications/documents';
import { toNotificationDto } from '../../lib/notifications/dto';
import { CLOSE } from '../../lib/realtime-protocol/close-codes';
import type { Resource } from '../../lib/realtime-protocol/frames';
import type { Connection } from '../connection';
import type { Hub } from '../hub';
import type { Change, Watched } from '../watch';

const SINGULAR: Partial<Record<Watched, Resource>> = {
  orders: 'order',
  tasks: 'task',
  appointments: 'appointment',
  clients: 'client',
  models: 'model',
};

/** Turns changes of the database into what the connections concerned are told. */
export class Changes {
  /** The cursors last told, so that a change of something else in a conversation is not told as one. */
  readonly #cursors = new Map<string, Record<Side, Cursor>>();
  readonly #clientAccounts = new Map<string, string>();

  constructor(private readonly hub: Hub) {}

  async handle(change: Change): Promise<void> {
    const { document } = change;
    switch (change.collection) {
      case 'messages':
        if (document && document.conversationId instanceof ObjectId) this.#look(document.conversationId.toHexString());
        return;
      case 'conversations':
        if (document) await this.#conversation(document as ConversationDocument, change.operation === 'insert');
        else if (change.id instanceof ObjectId) this.#gone(change.id.toHexString());
        return;
      case 'notifications':
        if (document && !document['hidden']) this.#notification(document as NotificationDocument);
        return;
      case 'sessions':
        return this.#session(String(change.id), document as SessionDocument | undefined);
      case 'accounts':
        return this.#account(change.id, document as AccountDocument | undefined);
      default:
        return this.#changed(change);
    }
  }

  #look(conversationId: string): void {
    for (const one of this.hub.rooms.in(conversationId)) one.look(conversationId);
  }

  async #conversation(document: ConversationDocument, isNew: boolean): Promise<void> {
    const id = document._id.toHexString();
    const isParty = (one: Connection) =>
      one.actor !== undefined &&
      (one.actor.role === 'client'
        ? one.actor.clientId?.equals(document.clientId) === true
        : one.actor.id.equals(document.couturierId));
    for (const one of [...this.hub.rooms.in(id)]) {
      if (isParty(one)) continue;
      one.quit(id);
      one.send({ t: 'reset', conversationId: id });
    }
    for (const own of this.hub.people.values())
      for (const one of own) {
        if (!isParty(one) || one.pump.has(id)) continue;
        one.join(id, isNew ? 0 : document.lastSeq);
        if (one.ready && !isNew) one.send({ t: 'reset', conversationId: id });
      }
    if (this.hub.rooms.in(id).size > 0) await this.#tellCursors(id, document);
    else this.#cursors.delete(id);
  }

  /** A conversation whose words went on in another one. */
  #gone(id: string): void {
    this.#cursors.delete(id);
    for (const one of [...this.hub.rooms.in(id)]) {
      one.quit(id);
      one.send({ t: 'reset', conversationId: id });
    }
  }

  async #tellCursors(id: string, document: ConversationDocument): Promise<void> {
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

  async #accountOf({ clientId }: ConversationDocument): Promise<string | undefined> {
    const key = clientId.toHexString();
    const known = this.#clientAccounts.get(key);
    if (known) return known;
    const file = await findClientById(this.hub.db, clientId);
    const account = file?.accountId?.toHexString();
    if (account) this.#clientAccounts.set(key, account);
    return account;
  }

  #notification(document: NotificationDocument): void {
    for (const one of this.hub.people.get(document.accountId.toHexString()) ?? [])
      if (one.ready && one.actor)
        one.send({ t: 'notification', notification: toNotificationDto(document, one.actor.locale) });
  }

  #session(id: string, document: SessionDocument | undefined): void {
    if (document && !document.revokedAt) return;
    for (const one of this.hub.connections) if (one.actor?.sessionId === id) one.close(CLOSE.unauthenticated);
  }

  #account(id: unknown, document: AccountDocument | undefined): void {
    if (!(id instanceof ObjectId)) return;
    for (const one of [...(this.hub.people.get(id.toHexString()) ?? [])]) {
      if (!document || document.disabled) one.close(CLOSE.policy);
      // Another role or file means other conversations: admitted anew.
      else if (one.actor && (document.role !== one.actor.role || !sameId(document.clientId, one.actor.clientId)))
        one.close(CLOSE.unauthenticated);
    }
  }

  #changed(change: Change): void {
    const resource = SINGULAR[change.collection];
    if (!resource || !(change.id instanceof ObjectId)) return;
    const { document, id } = change;
    const version = typeof document?.version === 'number' ? document.version : null;
    this.hub.tell(
      { t: 'changed', resource, id: id.toHexString(), version },
      (one) =>
        one.actor !== undefined &&
        (one.actor.role !== 'client' || isClientsOwn(one.actor.clientId, resource, id, document)),
    );
  }
}

const sameId = (one: ObjectId | undefined, other: ObjectId | undefined): boolean =>
  one === undefined || other === undefined ? one === other : one.equals(other);

/** What a client may be told of: their own order, appointment or file, and models that are, or were, public. */
function isClientsOwn(
  clientId: ObjectId | undefined,
  resource: Resource,
  id: ObjectId,
  document: Document | undefined,
): boolean {
  if (resource === 'model') return document !== undefined && document.status !== 'draft';
  if (!clientId) return false;
  if (resource === 'client') return clientId.equals(id);
  if (resource === 'task') return false;
  return document?.clientId instanceof ObjectId && document.clientId.equals(clientId);
}
