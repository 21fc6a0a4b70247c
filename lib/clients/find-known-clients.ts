import type { Filter } from 'mongodb';
import type { StaffActor } from '../actor';
import type { Database } from '../db/client';
import { queryWords, READINGS, type SearchFields, wordsFilter } from '../db/search';
import { getHouse } from '../house/get-house';
import { phoneForms } from '../phone';
import { type ClientDocument, clients } from './documents';
import { countryOf, phoneKey } from './house-country';
import type { FindKnownClientsQuery, KnownClientDto } from './schemas';
import { sharedBy } from './same-person';

const MOST = 5;
const MOST_LOOKED_AT = 100;

/** The words a file that is the same person's must hold, for each thing they may share. */
function asked({ name = '', email = '', phone = '' }: FindKnownClientsQuery, number: string | undefined): string[][] {
  const numbers = number ? [...phoneForms(number), ...phoneForms(phone)] : [];
  return [queryWords(name), queryWords(email), ...numbers.map((digits) => [digits])].filter(
    (words) => words.length > 0,
  );
}

/**
 * The files of people who bear this name, or have this telephone or address, in any spelling: who is about to open one sees that
 * it may be there. Those that share most come first.
 */
export async function findKnownClients(
  db: Database,
  _actor: StaffActor,
  query: FindKnownClientsQuery,
): Promise<{ items: KnownClientDto[] }> {
  const country = countryOf(await getHouse(db));
  const [exact] = READINGS;
  const words = asked(query, query.phone && phoneKey(query.phone, country));
  if (!exact || words.length === 0) return { items: [] };
  const filters: Filter<SearchFields>[] = words.map((all) => wordsFilter(all, exact));
  const files = await clients(db)
    .find({ $or: filters, erasedAt: { $exists: false } } as Filter<ClientDocument>)
    .limit(MOST_LOOKED_AT)
    .toArray();
  const person = { name: query.name ?? '', email: query.email, phone: query.phone };
  const known = files
    .map((file) => ({ file, shares: sharedBy(file, person, country) }))
    .filter(({ shares }) => shares.length > 0)
    .sort((a, b) => b.shares.length - a.shares.length)
    .slice(0, MOST);
  return {
    items: known.map(({ file: { _id, name, email, phone, archived }, shares }) => ({
      id: _id.toHexString(),
      name,
      email,
      phone,
      archived,
      shares,
    })),
  };
}
