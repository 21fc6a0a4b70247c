import type { Filter } from 'mongodb';
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

/** Where a page starts: from `before` downwards, or from `after` upwards. */
function boundsOf(query: ListMessagesQuery): { before?: number; after?: number } {
  if (query.cursor === undefined) return { before: query.before, after: query.after };
  const [way, seq] = decodeCursor(query.cursor) ?? [];
  if ((way !== 'before' && way !== 'after') || typeof seq !== 'number') throw new AppError('invalid_request');
  return way === 'before' ? { before: seq } : { after: seq };
}

/**
 * Messages of one conversation, always in rising `seq`: without bound the last `limit`, `before` the last `limit` below it,
 * `after` the first `limit` above it; with `q` only those that match. Reading them counts as their delivery.
 * @throws AppError not_found, invalid_request for a cursor that we did not make.
 */
export async function listMessages(
  db: Database,
  actor: Speaker,
  conversationId: string,
  query: ListMessagesQuery,
): Promise<MessagePageDto> {
  const conversation = await findConversation(db, actor, conversationId);
  const { before, after } = boundsOf(query);
  const upwards = after !== undefined;
  const scope: Filter<MessageDocument> = { conversationId: conversation._id };
  const filter: Filter<MessageDocument> = {
    ...scope,
    ...(upwards ? { seq: { $gt: after } } : before === undefined ? {} : { seq: { $lt: before } }),
  };
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
  };
}
