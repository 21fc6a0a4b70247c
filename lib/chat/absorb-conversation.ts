import type { ClientSession, ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import { notFound } from '../errors';
import { notifications } from '../notifications/documents';
import { paths } from '../paths';
import { conversationGroup } from './announce-message';
import { closeLogs } from './close-log';
import { type ConversationDocument, conversations, messages } from './documents';
import { followInside } from './follow-conversation';
import { postLine } from './post-line';
import type { Side } from './rules';
import { KEEP_STANDING } from './standing';

/**
 * Carries the words of one conversation on in another one of the same client, and removes the first. They stand after
 * what is there, behind a line that says so: `seq` only ever grows, so no reader's place, and no page that is open, is
 * wrong afterwards. Their own hours stay with them. Whoever had read everything on both sides has still read everything.
 */
export async function absorbConversation(
  db: Database,
  gone: ConversationDocument,
  kept: ConversationDocument,
  actor: { id: ObjectId; name: string },
  session: ClientSession,
): Promise<void> {
  const [from, into] = [await followed(db, gone, session), await followed(db, kept, session)];
  await closeLogs(db, [from._id], session);
  if (from.lastSeq > 0) {
    const readAll = (one: ConversationDocument, side: Side) =>
      one.cursors[side].read >= one.lastFrom[side === 'client' ? 'couturier' : 'client'];
    const line = await postLine(db, into, actor, { event: 'joined', name: actor.name }, session);
    const shift = line.seq;
    await messages(db).updateMany(
      { conversationId: from._id },
      [
        {
          $set: {
            conversationId: into._id,
            seq: { $add: ['$seq', shift] },
            // Unique in its new conversation whatever was sent there.
            clientMessageId: { $concat: [`${from._id.toHexString()}-`, '$clientMessageId'] },
          },
        },
      ],
      { session },
    );
    const shifted = (seq: number, own: number): number => (seq ? shift + seq : own);
    const cursorOf = (side: Side) => {
      if (!readAll(into, side)) return into.cursors[side];
      const { read, delivered } = from.cursors[side];
      return { read: shift + read, delivered: shift + Math.max(read, delivered) };
    };
    const lastFrom = { ...into.lastFrom, couturier: shift };
    await conversations(db).updateOne(
      { _id: into._id },
      [
        {
          $set: {
            lastSeq: shift + from.lastSeq,
            lastFrom: {
              client: shifted(from.lastFrom.client, lastFrom.client),
              couturier: shifted(from.lastFrom.couturier, lastFrom.couturier),
            },
            lastWords: {
              client: shifted(from.lastWords.client, into.lastWords.client),
              couturier: shifted(from.lastWords.couturier, into.lastWords.couturier),
            },
            cursors: { client: cursorOf('client'), couturier: cursorOf('couturier') },
            ...((into.orderId ?? from.orderId) ? { orderId: into.orderId ?? from.orderId } : {}),
            ...(from.pinned ? { pinned: { ...from.pinned, ...into.pinned } } : {}),
            updatedAt: new Date(),
          },
        },
        KEEP_STANDING,
      ],
      { session },
    );
  }
  await conversations(db).deleteOne({ _id: from._id }, { session });
  for (const href of [paths.atelier.conversation, paths.account.conversation])
    await notifications(db).updateMany(
      { href: href(from._id.toHexString()) },
      { $set: { href: href(into._id.toHexString()), group: conversationGroup(into._id) } },
      { session },
    );
}

/** The conversation with all that its log says drawn from it, so that its head is the log's. */
async function followed(
  db: Database,
  conversation: ConversationDocument,
  session: ClientSession,
): Promise<ConversationDocument> {
  while (!(await followInside(db, conversation._id, session)));
  const now = await conversations(db).findOne({ _id: conversation._id }, { session });
  if (!now) throw notFound();
  return now;
}
