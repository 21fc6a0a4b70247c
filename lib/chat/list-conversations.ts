import type { Filter } from 'mongodb';
import type { Database } from '../db/client';
import { readPage } from '../db/keyset';
import { describeConversations } from './describe-conversations';
import { type ConversationDocument, conversations } from './documents';
import { LAST_SPOKEN, scopeOf, type Speaker, unansweredFilter, unreadFilter } from './repository';
import { sideOf } from './rules';
import type { ConversationPageDto, ListConversationsQuery } from './schemas';
import { searchConversations } from './search-conversations';

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
  const parts: Filter<ConversationDocument>[] = [scope];
  if (query.filter === 'unread') parts.push(unreadFilter(actor.role));
  if (query.filter === 'unanswered') parts.push(unansweredFilter(actor.role));
  if (query.filter === 'pinned') parts.push({ [`pinned.${sideOf(actor.role)}`]: true });
  const { rows, nextCursor } =
    query.q === undefined
      ? await readPage(conversations(db), { $and: parts }, LAST_SPOKEN, query)
      : await searchConversations(db, actor, { $and: parts }, { ...query, q: query.q });
  return { items: await describeConversations(db, actor, rows), nextCursor };
}
