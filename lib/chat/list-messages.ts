import type { Filter, ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import { searchFilter } from '../db/search';
import { AppError } from '../errors';
import { decodeCursor, encodeCursor } from '../pagination';
import { type MessageDocument, messages } from './documents';
import { toMessageDto } from './dto';
import { moveCursors } from './move-cursors';
import { readHeads } from './read-heads';
import { findConversation, type Speaker } from './repository';
import type { MessagePageDto, ListMessagesQuery } from './schemas';

/** What was being written while a page was read is told once more with the changes after it. */
const OVERLAP_MS = 5_000;

/** Where a page starts: from `before` downwards, or from `after` upwards. */
function boundsOf(query: ListMessagesQuery): { before?: number; after?: number } {
  if (query.cursor === undefined) return { before: query.before, after: query.after };
  const [way, seq] = decodeCursor(query.cursor) ?? [];
  if ((way !== 'before' && way !== 'after') || typeof seq !== 'number') throw new AppError('invalid_request');
  return way === 'before' ? { before: seq } : { after: seq };
}

/**
 * Messages of one conversation, always in rising `seq`: without bound the last `limit`, `before` the last `limit` below it,
 * `after` the first `limit` above it; with `q` only those that match, with `changedAfter` those that changed since. Reading them counts as their delivery.
 * @throws AppError not_found, invalid_request for a cursor that we did not make.
 */
export async function listMessages(
  db: Database,
  actor: Speaker,
  conversationId: string,
  query: ListMessagesQuery,
): Promise<MessagePageDto> {
  const conversation = await findConversation(db, actor, conversationId);
  if (query.changedAfter !== undefined)
    return listChanges(db, actor, conversation._id, query.changedAfter, query.limit);
  const { before, after } = boundsOf(query);
  const upwards = after !== undefined;
  const scope: Filter<MessageDocument> = { conversationId: conversation._id };
  const filter: Filter<MessageDocument> = {
    ...scope,
    ...(upwards ? { seq: { $gt: after } } : before === undefined ? {} : { seq: { $lt: before } }),
  };
  const readAt = Date.now() - OVERLAP_MS;
  const words = await searchFilter<MessageDocument>(messages(db), scope, query.q, 'beginnings');
  const [rows, heads] = await Promise.all([
    messages(db)
      .find({ $and: [filter, words] })
      .sort({ seq: upwards ? 1 : -1 })
      .limit(query.limit + 1)
      .toArray(),
    readHeads(db, [conversation._id.toHexString()]),
  ]);
  const kept = rows.slice(0, query.limit);
  const edge = kept.at(-1);
  const items = (upwards ? kept : kept.reverse()).map((message) => toMessageDto(message, actor));
  const newest = items.at(-1);
  if (newest && query.q === undefined) await moveCursors(db, actor, conversation, { delivered: newest.seq });
  return {
    items,
    nextCursor: rows.length > query.limit && edge ? encodeCursor([upwards ? 'after' : 'before', edge.seq]) : null,
    // The log's own: the conversation's may be behind it for a moment, and a reader counts on it to find a gap.
    head: heads.get(conversation._id.toHexString()) ?? 0,
    readAt: new Date(readAt).toISOString(),
  };
}

/** The messages that changed after a moment, in the order of their changes. */
async function listChanges(
  db: Database,
  actor: Speaker,
  conversationId: ObjectId,
  since: string,
  limit: number,
): Promise<MessagePageDto> {
  const readAt = Date.now() - OVERLAP_MS;
  const [rows, heads] = await Promise.all([
    messages(db)
      .find({ conversationId, changedAt: { $gt: new Date(since) } })
      .sort({ changedAt: 1 })
      .limit(limit)
      .toArray(),
    readHeads(db, [conversationId.toHexString()]),
  ]);
  // A full page is not the whole: the next one begins with its last change.
  const last = rows.length === limit ? rows.at(-1)?.changedAt?.getTime() : undefined;
  return {
    items: rows.map((row) => toMessageDto(row, actor)),
    nextCursor: null,
    head: heads.get(conversationId.toHexString()) ?? 0,
    readAt: new Date(last === undefined ? readAt : last - 1).toISOString(),
  };
}
