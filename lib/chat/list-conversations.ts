import { type Filter, ObjectId } from 'mongodb';
import { accounts } from '../auth/documents';
import { clients } from '../clients/documents';
import type { Database } from '../db/client';
import { AppError } from '../errors';
import { decodeCursor, encodeCursor } from '../pagination';
import { describeConversations } from './describe-conversations';
import { type ConversationDocument, conversations, messages } from './documents';
import { scopeOf, type Speaker, unansweredFilter, unreadFilter } from './repository';
import { fold, sideOf } from './rules';
import { searchFilter } from './search-filter';
import type { ConversationPageDto, ListConversationsQuery } from './schemas';

/**
 * One's own conversations, the last spoken in first; `filter` keeps the unread, the unanswered or the pinned ones, `q` those whose
 * other person or whose words match, accents aside.
 * @throws AppError invalid_request for a cursor that we did not make.
 */
export async function listConversations(
  db: Database,
  actor: Speaker,
  query: ListConversationsQuery,
): Promise<ConversationPageDto> {
  const scope = scopeOf(actor);
  const parts: Filter<ConversationDocument>[] = [scope, below(query.cursor)];
  if (query.filter === 'unread') parts.push(unreadFilter(actor.role));
  if (query.filter === 'unanswered') parts.push(unansweredFilter(actor.role));
  if (query.filter === 'pinned') parts.push({ [`pinned.${sideOf(actor.role)}`]: true });
  if (query.q !== undefined) parts.push({ _id: { $in: await matching(db, scope, query.q) } });
  const rows = await conversations(db)
    .find({ $and: parts })
    .sort({ lastMessageAt: -1, _id: -1 })
    .limit(query.limit + 1)
    .toArray();
  const kept = rows.slice(0, query.limit);
  const last = kept.at(-1);
  return {
    items: await describeConversations(db, actor, kept),
    nextCursor:
      rows.length > query.limit && last ? encodeCursor([last.lastMessageAt.getTime(), last._id.toHexString()]) : null,
  };
}

function below(cursor: string | undefined): Filter<ConversationDocument> {
  if (cursor === undefined) return {};
  const [time, id] = decodeCursor(cursor) ?? [];
  if (typeof time !== 'number' || typeof id !== 'string' || !ObjectId.isValid(id))
    throw new AppError('invalid_request');
  const at = new Date(time);
  return { $or: [{ lastMessageAt: { $lt: at } }, { lastMessageAt: at, _id: { $lt: new ObjectId(id) } }] };
}

async function matching(db: Database, scope: Filter<ConversationDocument>, q: string): Promise<ObjectId[]> {
  const own = await conversations(db)
    .find(scope, { projection: { clientId: 1, couturierId: 1 } })
    .toArray();
  const [clientRows, staffRows, spoken] = await Promise.all([
    clients(db)
      .find({ _id: { $in: own.map((one) => one.clientId) } }, { projection: { name: 1 } })
      .toArray(),
    accounts(db)
      .find({ _id: { $in: own.map((one) => one.couturierId) } }, { projection: { name: 1 } })
      .toArray(),
    messages(db).distinct('conversationId', { conversationId: { $in: own.map((one) => one._id) }, ...searchFilter(q) }),
  ]);
  const wanted = fold(q);
  const named = new Set(
    [...('clientId' in scope ? staffRows : clientRows)]
      .filter((row) => fold(row.name).includes(wanted))
      .map((row) => row._id.toHexString()),
  );
  const heard = new Set(spoken.map((id) => id.toHexString()));
  return own
    .filter(
      (one) =>
        heard.has(one._id.toHexString()) ||
        named.has(('clientId' in scope ? one.couturierId : one.clientId).toHexString()),
    )
    .map((one) => one._id);
}
