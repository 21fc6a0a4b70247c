import type { Filter, ObjectId, WithId } from 'mongodb';
import { accounts } from '../auth/documents';
import { findClientIdsByWord } from '../clients/find-client';
import type { Database } from '../db/client';
import { cutPage, readPage } from '../db/keyset';
import {
  holdsWord,
  queryWords,
  rarestFirst,
  type Reading,
  READINGS,
  withoutWords,
  wordFilter,
  wordsFilter,
} from '../db/search';
import { type ConversationDocument, conversations, messages } from './documents';
import { LAST_SPOKEN, type Speaker } from './repository';
import { sideOf } from './rules';

/** Up to so many messages are looked into to know the conversations of a word; a word of more is in the newest soon. */
const FEW = 300;
/** Conversations asked at once whether a word was said in them. */
const AT_ONCE = 24;

interface Asked {
  q: string;
  limit: number;
  cursor?: string;
}
interface Found {
  rows: WithId<ConversationDocument>[];
  nextCursor: string | null;
}

/**
 * One page of the conversations in scope in which, or in the name of whose other person, the words of a query are found;
 * with one slip each, where nothing is found word for word.
 * @throws AppError invalid_request for a cursor that we did not make.
 */
export async function searchConversations(
  db: Database,
  actor: Pick<Speaker, 'role'>,
  scope: Filter<ConversationDocument>,
  asked: Asked,
): Promise<Found> {
  const order = LAST_SPOKEN;
  const words = queryWords(asked.q);
  if (words.length === 0) return readPage(conversations(db), { $and: [scope, withoutWords(asked.q)] }, order, asked);
  for (const reading of READINGS) {
    // A page is only asked for after one that found something in the same reading.
    const found = await readInOneWay(db, actor, scope, asked, words, reading);
    if (found.rows.length > 0) return found;
  }
  return { rows: [], nextCursor: null };
}

async function readInOneWay(
  db: Database,
  actor: Pick<Speaker, 'role'>,
  scope: Filter<ConversationDocument>,
  asked: Asked,
  words: readonly string[],
  reading: Reading,
): Promise<Found> {
  const order = LAST_SPOKEN;
  const other = sideOf(actor.role) === 'client' ? 'couturierId' : 'clientId';
  const said = wordsFilter(words, reading, 'beginnings');
  const [isRare, ...named] = await Promise.all([
    isSeldomSaid(db, words, reading),
    ...words.map((word) => (other === 'clientId' ? findClientIdsByWord : findStaffIdsByWord)(db, word, reading)),
  ]);
  if (isRare) {
    const spoken = await messages(db).distinct('conversationId', said);
    const found: Filter<ConversationDocument>[] = [
      { _id: { $in: spoken } },
      { $and: named.map((ids) => ({ [other]: { $in: ids } })) },
    ];
    return readPage(conversations(db), { $and: [scope, { $or: found }] }, order, asked);
  }
  const names = named.map((ids) => new Set(ids.map((id) => id.toHexString())));
  const isNamed = (one: ConversationDocument): boolean => names.every((ids) => ids.has(one[other].toHexString()));
  const holds = async (one: ConversationDocument): Promise<boolean> =>
    isNamed(one) ||
    (await messages(db).findOne({ conversationId: one._id, ...said }, { projection: { _id: 1 } })) !== null;
  const rows: WithId<ConversationDocument>[] = [];
  let cursor = asked.cursor;
  do {
    const page = await readPage(conversations(db), scope, order, { limit: AT_ONCE, cursor });
    const held = await Promise.all(page.rows.map(holds));
    rows.push(...page.rows.filter((_, at) => held[at]));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined && rows.length <= asked.limit);
  return cutPage(rows, order, asked.limit);
}

/** Whether the messages that the index leads to for these words are few, in the whole house. */
async function isSeldomSaid(db: Database, words: readonly string[], reading: Reading): Promise<boolean> {
  const [rarest = ''] = rarestFirst(words);
  const { search } = wordFilter(rarest, reading, 'beginnings');
  return (await messages(db).countDocuments({ search }, { limit: FEW })) < FEW;
}

/** People of the house whose name a word finds: a short list, read whole. */
async function findStaffIdsByWord(db: Database, word: string, reading: Reading): Promise<ObjectId[]> {
  const staff = await accounts(db)
    .find({ role: { $in: ['owner', 'couturier'] } }, { projection: { name: 1 } })
    .toArray();
  return staff.filter(({ name }) => holdsWord(name, word, reading)).map(({ _id }) => _id);
}
