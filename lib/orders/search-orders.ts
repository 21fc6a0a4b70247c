import type { Filter } from 'mongodb';
import { findClientIdsByWord } from '../clients/find-client';
import type { Database } from '../db/client';
import { cutPage, keyset, readPage } from '../db/keyset';
import { queryWords, rarestFirst, type Reading, READINGS, withoutWords, wordFilter } from '../db/search';
import { type OrderDocument, orders } from './documents';

const NEWEST = keyset<OrderDocument>(['createdAt', -1, 'date']);

/**
 * Where the orders of a query are: those whose own text holds its rarest word, and those of the clients it names. Every
 * other word is in one of the two as well. Each list is walked in its order by an index of its own.
 */
async function searchedIn(db: Database, words: readonly string[], reading: Reading): Promise<Filter<OrderDocument>[]> {
  const clients = await Promise.all(words.map((word) => findClientIdsByWord(db, word, reading)));
  const [own, ...others] = words.map((word, at): [Filter<OrderDocument>, Filter<OrderDocument>] => [
    wordFilter(word, reading) as Filter<OrderDocument>,
    { clientId: { $in: clients[at] ?? [] } },
  ]);
  const rest = others.map(([text, client]) => ({ $or: [text, client] }));
  return (own ?? []).map((one) => ({ $and: [one, ...rest] }));
}

type Found = Awaited<ReturnType<typeof readPage<OrderDocument>>>;

/**
 * One page of the orders of a scope, newest first: those in which, or in whose client's name, every word of `q` is found;
 * where there are none, those in which it nearly is.
 */
export async function searchOrders(
  db: Database,
  scope: Filter<OrderDocument>,
  input: { q?: string; limit: number; cursor?: string },
): Promise<Found> {
  const words = rarestFirst(queryWords(input.q ?? ''));
  if (words.length === 0) return readPage(orders(db), { $and: [scope, withoutWords(input.q ?? '')] }, NEWEST, input);
  for (const reading of READINGS) {
    const lists = await searchedIn(db, words, reading);
    const pages = await Promise.all(
      lists.map((list) =>
        readPage(orders(db), { $and: [scope, list] }, NEWEST, { limit: input.limit + 1, cursor: input.cursor }),
      ),
    );
    const rows = new Map(pages.flatMap((page) => page.rows).map((row) => [row._id.toHexString(), row]));
    const sorted = [...rows.values()].sort(
      (a, b) => b.createdAt.getTime() - a.createdAt.getTime() || (a._id.toHexString() < b._id.toHexString() ? 1 : -1),
    );
    if (sorted.length > 0) return cutPage(sorted, NEWEST, input.limit);
  }
  return { rows: [], nextCursor: null };
}
