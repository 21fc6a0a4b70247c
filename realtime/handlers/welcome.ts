import { type ConversationDocument, conversations } from '../../lib/chat/documents';
import { moveCursors } from '../../lib/chat/move-cursors';
import { scopeOf } from '../../lib/chat/repository';
import { otherSide, sideOf } from '../../lib/chat/rules';
import type { Actor } from '../../lib/actor';
import { CLOSE } from '../../lib/realtime-protocol/close-codes';
import { authenticate } from '../authenticate';
import type { Connection } from '../connection';

/** The conversations of a person; a client account without a file has none. */
export const ownConversations = (connection: Connection, actor: Actor): Promise<ConversationDocument[]> =>
  actor.role === 'client' && !actor.clientId
    ? Promise.resolve([])
    : conversations(connection.hub.db).find(scopeOf(actor)).toArray();

/**
 * Admits a connection: ticket, place, conversations, `ready`. The second look at the heads closes the gap between reading
 * them and listening: a message that fell into it is carried by that look.
 */
export async function welcome(connection: Connection, ticket: string): Promise<void> {
  const { hub } = connection;
  const admitted = await authenticate(hub.db, hub.secret, ticket).catch((error: unknown) => {
    hub.log.warn({ err: error }, 'could not check a ticket');
    return 'away' as const;
  });
  if (admitted === 'away') return connection.close(CLOSE.tryLater);
  if (!admitted) return connection.close(CLOSE.unauthenticated);
  const { actor, sessionExpiresAt } = admitted;
  const userId = actor.id.toHexString();
  if (!connection.open) return;
  if (!hub.enter(connection, userId)) return connection.close(CLOSE.tooManySockets);
  connection.actor = actor;
  connection.sessionExpiresAt = sessionExpiresAt;
  const list = await ownConversations(connection, actor);
  for (const one of list) {
    const id = one._id.toHexString();
    if (!connection.pump.has(id)) connection.join(id, one.lastSeq);
  }
  if (!connection.open) return hub.rooms.leaveAll(connection);
  connection.ready = true;
  connection.send({
    t: 'ready',
    userId,
    sessionExpiresAt: sessionExpiresAt.toISOString(),
    heads: Object.fromEntries(connection.conversationIds().map((id) => [id, connection.pump.watermark(id)])),
  });
  hub.greet(connection, userId);
  await catchUp(connection, actor);
}

/** Looks at every conversation once more: what came before this connection listened, or while the change stream was cut. */
export async function catchUp(connection: Connection, actor: Actor): Promise<void> {
  const side = sideOf(actor.role);
  for (const one of await ownConversations(connection, actor)) {
    const id = one._id.toHexString();
    if (!connection.open) return;
    if (!connection.pump.has(id)) connection.join(id, 0);
    if (one.lastSeq > connection.pump.watermark(id)) connection.look(id);
    else if (one.lastFrom[otherSide(side)] > one.cursors[side].delivered)
      await moveCursors(connection.hub.db, actor, one, { delivered: one.lastSeq });
  }
}
