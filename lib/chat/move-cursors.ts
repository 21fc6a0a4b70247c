import type { Document } from 'mongodb';
import type { Database } from '../db/client';
import { readGroup } from '../notifications/read-notifications';
import { conversationGroup } from './announce-message';
import { type ConversationDocument, conversations } from './documents';
import { readHeads } from './read-heads';
import { findConversation, type Speaker } from './repository';
import { type Cursor, moveCursor, otherSide, type Side, sideOf } from './rules';
import type { CursorDto } from './schemas';
import { KEEP_STANDING } from './standing';

const furthest = (side: Side, which: keyof Cursor, next: Cursor): Document => ({
  [`cursors.${side}.${which}`]: { $max: [`$cursors.${side}.${which}`, next[which]] },
});

/** Moves the actor's cursors of a conversation they are in; the greater keeps them forward whatever arrives first. */
export async function moveCursors(
  db: Database,
  actor: Speaker,
  conversation: ConversationDocument,
  move: Partial<Cursor>,
): Promise<Cursor> {
  const side = sideOf(actor.role);
  const now = conversation.cursors[side];
  const next = moveCursor(now, move, await headFor(db, conversation, move));
  if (next.read > now.read || next.delivered > now.delivered)
    await conversations(db).updateOne({ _id: conversation._id }, [
      { $set: { ...furthest(side, 'read', next), ...furthest(side, 'delivered', next) } },
      KEEP_STANDING,
    ]);
  if (next.read > now.read && next.read >= conversation.lastFrom[otherSide(side)])
    await readGroup(db, actor.id, conversationGroup(conversation._id));
  return next;
}

/** What is above the head may be a message from which nothing was drawn yet: then the log is asked. */
async function headFor(db: Database, { _id, lastSeq }: ConversationDocument, move: Partial<Cursor>): Promise<number> {
  if (Math.max(move.read ?? 0, move.delivered ?? 0) <= lastSeq) return lastSeq;
  return (await readHeads(db, [_id.toHexString()])).get(_id.toHexString()) ?? lastSeq;
}

const toCursor = (actor: Speaker, conversation: ConversationDocument, cursor: Cursor): CursorDto => ({
  conversationId: conversation._id.toHexString(),
  userId: actor.id.toHexString(),
  ...cursor,
});

/**
 * « I have read up to here. » Forward only; past the end means the end.
 * @throws AppError not_found.
 */
export async function markRead(db: Database, actor: Speaker, id: string, seq: number): Promise<CursorDto> {
  const conversation = await findConversation(db, actor, id);
  return toCursor(actor, conversation, await moveCursors(db, actor, conversation, { read: seq }));
}
