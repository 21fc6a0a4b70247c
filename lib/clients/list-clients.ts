import type { Filter } from 'mongodb';
import type { StaffActor } from '../actor';
import type { Database } from '../db/client';
import { keyset, readPage } from '../db/keyset';
import { searchFilter } from '../db/search';
import type { Page } from '../pages';
import { type ClientDocument, clients } from './documents';
import { type ClientDto, toClient } from './dto';
import type { ListClientsQuery } from './schemas';

/** Files in the order of names. */
export const BY_NAME = keyset<ClientDocument>(['sortName', 1, 'text']);

/** What the list, and its table, is narrowed to. Every word of `q` must be found in the name, the e-mail or the phone. */
export async function filterOf(
  db: Database,
  query: Pick<ListClientsQuery, 'q' | 'tag' | 'archived'>,
): Promise<Filter<ClientDocument>> {
  const scope: Filter<ClientDocument> = {
    archived: query.archived === 'true' || query.archived === '1',
    ...(query.tag ? { tags: query.tag } : {}),
  };
  return { $and: [scope, await searchFilter(clients(db), scope, query.q)] };
}

/**
 * The files of the house in the order of names; with `q` those in which every word is found.
 * @throws AppError invalid_request for a cursor that is not ours.
 */
export async function listClients(db: Database, _actor: StaffActor, query: ListClientsQuery): Promise<Page<ClientDto>> {
  const { rows, nextCursor } = await readPage(clients(db), await filterOf(db, query), BY_NAME, query);
  return { items: rows.map((row) => toClient(row)), nextCursor };
}

/** Every tag in use, in the order of the alphabet: what the list filters by. */
export async function listClientTags(db: Database, _actor: StaffActor): Promise<string[]> {
  const tags = await clients(db).distinct('tags', { archived: false });
  return tags.sort((a, b) => a.localeCompare(b, 'fr'));
}
