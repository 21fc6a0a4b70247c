import { type Document, ObjectId } from 'mongodb';
import type { AccountDocument, SessionDocument } from '../../lib/auth/documents';
import type { ConversationDocument, MessageDocument } from '../../lib/chat/documents';
import { toMessageDto } from '../../lib/chat/dto';
import { messageLog } from '../../lib/chat/message-log';
import type { NotificationDocument } from '../../lib/notifications/documents';
import { toNotificationDto } from '../../lib/notifications/dto';
import { CLOSE } from '../../lib/realtime-protocol/close-codes';
import type { Hub } from '../hub';
import { Lookups } from '../lookups';
import type { Change, Watched } from '../watch';
import { tellChanged } from './changed';
import { ConversationChanges } from './conversation-changes';

const OF_WORK = { clientId: 1, version: 1, status: 1 };
/** What has to be known of a document to tell whom its change concerns. */
const FIELDS = {
  conversations: { clientId: 1, couturierId: 1, lastSeq: 1, cursors: 1 },
  messages: { search: 0, searchText: 0 },
  sessions: { revokedAt: 1 },
  accounts: { role: 1, clientId: 1, disabled: 1 },
  orders: OF_WORK,
  tasks: { version: 1 },
  appointments: OF_WORK,
  clients: { version: 1 },
  models: OF_WORK,
} satisfies Partial<Record<Watched, Document>>;

/** Turns changes of the database into what the connections concerned are told. */
export class Changes {
  readonly #lookups: Lookups;
  readonly #conversations: ConversationChanges;

  constructor(private readonly hub: Hub) {
    this.#conversations = new ConversationChanges(hub);
    this.#lookups = new Lookups(hub.db, hub.log, FIELDS, (collection, id, found) => {
      // One that cannot be told must not keep the others waiting.
      void this.#tell(collection, id, found).catch((error: unknown) =>
        hub.log.error({ err: error, collection }, 'a change could not be told'),
      );
    });
  }

  handle(change: Change): void {
    if (change.collection === 'messages') return this.#message(change);
    // Devices say every ten minutes that they are there: only those that are connected here are looked up.
    if (change.collection === 'sessions' && !this.hub.devices.has(String(change.id))) return;
    if (change.collection === 'accounts' && !this.hub.people.has(String(change.id))) return;
    if (change.collection === 'conversations' && change.operation === 'insert')
      this.#conversations.opened(String(change.id));
    if (change.operation === 'delete') void this.#tell(change.collection, change.id, undefined);
    else this.#lookups.add(change.collection, change.id);
  }

  #message({ operation, id, message }: Change): void {
    if (message) void this.#written(message);
    else if (operation !== 'delete') this.#lookups.add('messages', id);
  }

  /** A message of another process is read by those it concerns; one of this process's own was pushed from memory. */
  async #written({ conversationId, seq }: { conversationId: ObjectId; seq: number }): Promise<void> {
    const id = conversationId.toHexString();
    const log = messageLog(this.hub.db);
    await log.quiet(id);
    if ((log.head(id) ?? 0) < seq) this.hub.follower.later(id);
    log.heard(id, seq);
    for (const one of this.hub.rooms.in(id)) if (one.pump.watermark(id) < seq) one.look(id);
  }

  /** A message that changed where it stands: told to those who have it already; whoever comes back asks for what changed. */
  async #amended(message: MessageDocument): Promise<void> {
    await this.#written(message);
    if (!message.changedAt) return;
    const id = message.conversationId.toHexString();
    for (const one of this.hub.rooms.in(id))
      if (one.ready && one.actor && one.pump.watermark(id) >= message.seq)
        one.send({ t: 'amended', message: toMessageDto(message, one.actor) });
  }

  async #tell(collection: Watched, id: unknown, found: Document | undefined): Promise<void> {
    switch (collection) {
      case 'messages':
        if (found) await this.#amended(found as MessageDocument);
        return;
      case 'conversations':
        if (found) await this.#conversations.changed(found as ConversationDocument);
        else if (id instanceof ObjectId) this.#conversations.gone(id.toHexString());
        return;
      case 'notifications':
        if (found && !found['hidden']) this.#notification(found as NotificationDocument);
        return;
      case 'sessions':
        return this.#session(String(id), found as SessionDocument | undefined);
      case 'accounts':
        return this.#account(String(id), found as AccountDocument | undefined);
      default:
        return tellChanged(this.hub, collection, id, found);
    }
  }

  #notification(document: NotificationDocument): void {
    for (const one of this.hub.people.in(document.accountId.toHexString()))
      if (one.ready && one.actor)
        one.send({ t: 'notification', notification: toNotificationDto(document, one.actor.locale) });
  }

  #session(id: string, document: SessionDocument | undefined): void {
    if (document && !document.revokedAt) return;
    for (const one of this.hub.devices.in(id)) one.close(CLOSE.unauthenticated);
  }

  #account(id: string, document: AccountDocument | undefined): void {
    for (const one of this.hub.people.in(id)) {
      if (!document || document.disabled) one.close(CLOSE.policy);
      // Another role or file means other conversations: admitted anew.
      else if (
        one.actor &&
        (document.role !== one.actor.role || String(document.clientId) !== String(one.actor.clientId))
      )
        one.close(CLOSE.unauthenticated);
    }
  }
}
