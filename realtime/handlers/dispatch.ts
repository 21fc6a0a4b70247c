import type { Actor } from '../../lib/actor';
import { findConversation } from '../../lib/chat/repository';
import { AppError, type ErrorCode } from '../../lib/errors';
import { CLOSE } from '../../lib/realtime-protocol/close-codes';
import type { ClientFrame } from '../../lib/realtime-protocol/frames';
import type { Connection } from '../connection';
import { read } from './read';
import { resume } from './resume';
import { send } from './send';
import { sync } from './sync';
import { typing } from './typing';

/** Conversations a connection does not know yet are at most this old in messages: made a moment ago, or moved to this person. */
const YOUNG = 20;

function refusalOf(error: unknown): { code: ErrorCode; retryAfter?: number } | null {
  if (error instanceof AppError) return { code: error.code, retryAfter: error.options.retryAfter };
  const away = error instanceof Error && error.name.startsWith('Mongo');
  return away ? { code: 'unavailable', retryAfter: 2 } : null;
}

/**
 * Whether the conversation is the person's own; one made a moment ago may be ahead of the change stream that announces it.
 * A conversation of other people ends the connection: no page of the house asks for one.
 */
async function admitTo(connection: Connection, actor: Actor, conversationId: string): Promise<boolean> {
  if (connection.pump.has(conversationId)) return true;
  const found = await findConversation(connection.hub.db, actor, conversationId).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not_found') return null;
    throw error;
  });
  if (!found) return false;
  if (!connection.pump.has(conversationId)) connection.join(conversationId, found.lastSeq > YOUNG ? found.lastSeq : 0);
  return true;
}

/** Does what one frame asks. Refusals are answered; only a stranger's frame and a second `auth` end the connection. */
export async function dispatch(connection: Connection, actor: Actor, frame: ClientFrame): Promise<void> {
  const clientMessageId = frame.t === 'send' ? frame.clientMessageId : undefined;
  try {
    switch (frame.t) {
      case 'auth':
        return connection.close(CLOSE.badFrame);
      case 'ping':
        return connection.send({ t: 'pong' });
      case 'resume':
        await resume(connection, frame);
        return connection.pump.release(actor);
    }
    connection.pump.release(actor);
    const conversationId = frame.conversationId.toLowerCase();
    if (!(await admitTo(connection, actor, conversationId))) {
      connection.send({ t: 'error', code: 'not_found', clientMessageId });
      return connection.close(CLOSE.forbidden);
    }
    const own = { ...frame, conversationId };
    if (own.t === 'send') {
      const { stored } = await send(connection, actor, own);
      connection.finishLater(stored.catch((error: unknown) => refuse(connection, error, own)));
    } else if (own.t === 'read') read(connection, actor, own);
    else if (own.t === 'sync') await sync(connection, actor, own);
    else typing(connection, own);
  } catch (error) {
    refuse(connection, error, frame);
  }
}

/** Answers a frame that could not be done. */
function refuse(connection: Connection, error: unknown, frame: ClientFrame): void {
  const refusal = refusalOf(error);
  if (!refusal || refusal.code === 'unavailable')
    connection.hub.log.error({ err: error, kind: frame.t }, 'frame refused by a failure');
  const clientMessageId = frame.t === 'send' ? frame.clientMessageId : undefined;
  connection.send({ t: 'error', ...(refusal ?? { code: 'internal' }), clientMessageId });
}
