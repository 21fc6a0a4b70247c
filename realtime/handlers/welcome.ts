import { messageLog } from '../../lib/chat/message-log';
import { otherSide, sideOf } from '../../lib/chat/rules';
import type { Actor } from '../../lib/actor';
import { CLOSE } from '../../lib/realtime-protocol/close-codes';
import type { Connection } from '../connection';
import type { Conversed } from '../doorkeeper';
import { makeRoom } from '../make-room';

/**
 * Admits a connection: ticket, place, conversations, `ready`. What was stored between the reading of the conversations
 * and the listening is known to this process's log, by its own writing or by the change stream, and is looked up.
 */
export async function welcome(connection: Connection, ticket: string): Promise<void> {
  const { hub } = connection;
  const admitted = await hub.doorkeeper.admit(ticket).catch((error: unknown) => {
    hub.log.warn({ err: error }, 'could not check a ticket');
    return 'away' as const;
  });
  if (admitted === 'away') return connection.close(CLOSE.tryLater);
  if (!admitted) return connection.close(CLOSE.unauthenticated);
  const { actor, sessionExpiresAt } = admitted;
  const userId = actor.id.toHexString();
  if (!connection.open) return;
  if (!hub.enter(connection, actor)) {
    await makeRoom(hub, userId);
    if (!connection.open) return;
    if (!hub.enter(connection, actor)) return connection.close(CLOSE.tooManySockets);
  }
  connection.actor = actor;
  connection.sessionExpiresAt = sessionExpiresAt;
  const list = await hub.doorkeeper.conversationsOf(actor);
  if (!connection.open) return hub.leave(connection);
  for (const one of list) {
    const id = one._id.toHexString();
    if (!connection.pump.has(id)) connection.join(id, one.lastSeq);
  }
  connection.ready = true;
  connection.pump.hold();
  connection.send({
    t: 'ready',
    userId,
    sessionExpiresAt: sessionExpiresAt.toISOString(),
    heads: Object.fromEntries(connection.conversationIds().map((id) => [id, connection.pump.watermark(id)])),
  });
  hub.presence.arrived(connection, userId);
  for (const one of list) lookAt(connection, actor, one);
}

/** Carries what is above the connection's mark, and notes as delivered what waited for this person. */
function lookAt(connection: Connection, actor: Actor, one: Conversed): void {
  const id = one._id.toHexString();
  const side = sideOf(actor.role);
  const head = Math.max(one.lastSeq, messageLog(connection.hub.db).head(id) ?? 0);
  if (head > connection.pump.watermark(id)) connection.look(id);
  if (one.lastFrom[otherSide(side)] > one.cursors[side].delivered)
    connection.hub.cursors.delivered(id, side, one.lastSeq);
}

/** Looks at every conversation once more: what came while the change stream was cut. */
export async function catchUp(connection: Connection, actor: Actor): Promise<void> {
  for (const one of await connection.hub.doorkeeper.conversationsOf(actor)) {
    const id = one._id.toHexString();
    if (!connection.open) return;
    if (!connection.pump.has(id)) connection.join(id, 0);
    lookAt(connection, actor, one);
    // The conversation's own head may be behind its log.
    connection.look(id);
  }
}
