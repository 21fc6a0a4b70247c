import type { Filter, ObjectId } from 'mongodb';
import { accounts } from '../auth/documents';
import { findClientIdsByWord } from '../clients/find-client';
import type { Database } from '../db/client';
import { keyset, readPage } from '../db/keyset';
import { holdsWord, queryWords, type Reading, READINGS, withoutWords, wordsFilter } from '../db/search';
import { describeConversations } from './describe-conversations';
import { type ConversationDocument, conversations, messages } from './documents';
import { scopeOf, type Speaker, unansweredFilter, unreadFilter } from './repository';
import { sideOf } from './rules';
import type { ConversationPageDto, ListConversationsQuery } from './schemas';

const LAST_SPOKEN = keyset<ConversationDocument>(['lastMessageAt', -1, 'date']);

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
  if (query.q !== undefined) parts.push(await searchedIn(db, scope, query.q));
  const { rows, nextCursor } = await readPage(conversations(db), { $and: parts }, LAST_SPOKEN, query);
  return { items: await describeConversations(db, actor, rows), nextCursor };
}

/** The other people of the conversations in scope whose name a word finds. */
async function namedBy(db: Database, scope: Filter<ConversationDocument>, word: string, reading: Reading) {
  if (!('clientId' in scope)) return { clientId: { $in: await findClientIdsByWord(db, word, reading) } };
  const staff = await accounts(db)
    .find({ role: { $in: ['owner', 'couturier'] } }, { projection: { name: 1 } })
    .toArray();
  const found = staff.filter(({ name }) => holdsWord(name, word, reading));
  return { couturierId: { $in: found.map(({ _id }) => _id) } };
}

/** Conversations in scope in which, or in the name of whose other person, the words of a query are found. */
async function searchedIn(
  db: Database,
  scope: Filter<ConversationDocument>,
  query: string,
): Promise<Filter<ConversationDocument>> {
  const words = queryWords(query);
  if (words.length === 0) return withoutWords(query);
  const own = 'clientId' in scope ? await idsOf(db, scope) : undefined;
  for (const reading of READINGS) {
    const [spoken, ...named] = await Promise.all([
      messages(db).distinct('conversationId', {
        ...(own ? { conversationId: { $in: own } } : {}),
        ...wordsFilter(words, reading, 'beginnings'),
      }),
      ...words.map((word) => namedBy(db, scope, word, reading)),
    ]);
    const found: Filter<ConversationDocument> = { $or: [{ _id: { $in: spoken } }, { $and: named }] };
    if (await conversations(db).findOne({ $and: [scope, found] }, { projection: { _id: 1 } })) return found;
  }
  return { _id: { $in: [] } };
}

const idsOf = async (db: Database, scope: Filter<ConversationDocument>): Promise<ObjectId[]> =>
  (
    await conversations(db)
      .find(scope, { projection: { _id: 1 } })
      .toArray()
  ).map(({ _id }) => _id);
