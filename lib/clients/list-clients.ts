import { type Filter, ObjectId } from 'mongodb';
import type { StaffActor } from '../actor';
import type { Database } from '../db/client';
import { AppError } from '../errors';
import { decodeCursor, type Page, toPage } from '../pagination';
import { type ClientDocument, clients } from './documents';
import { type ClientDto, toClient } from './dto';
import { fold } from './fold';
import type { ListClientsQuery } from './schemas';

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function after(cursor: string): Filter<ClientDocument> {
  const values = decodeCursor(cursor);
  const [name, id] = values ?? [];
  if (typeof name !== 'string' || typeof id !== 'string' || !ObjectId.isValid(id))
    throw new AppError('invalid_request');
  return { $or: [{ sortName: { $gt: name } }, { sortName: name, _id: { $gt: new ObjectId(id) } }] };
}

/** What the list, and its table, is narrowed to. */
export function filterOf(query: Pick<ListClientsQuery, 'q' | 'tag' | 'archived'>): Filter<ClientDocument> {
  const words = query.q ? fold(query.q).split(' ').filter(Boolean) : [];
  return {
    $and: [
      { archived: query.archived === 'true' || query.archived === '1' },
      ...(query.tag ? [{ tags: query.tag }] : []),
      ...words.map((word) => ({ searchText: { $regex: escape(word) } })),
    ],
  };
}

/**
 * The files of the house in the order of names. Every word of `q` must be found in the name, the e-mail or the phone.
 * @throws AppError invalid_request for a cursor that is not ours.
 */
export async function listClients(db: Database, _actor: StaffActor, query: ListClientsQuery): Promise<Page<ClientDto>> {
  const filters = [filterOf(query), ...(query.cursor ? [after(query.cursor)] : [])];
  const rows = await clients(db)
    .find({ $and: filters })
    .sort({ sortName: 1, _id: 1 })
    .limit(query.limit + 1)
    .toArray();
  return toPage(
    rows,
    query.limit,
    (row) => toClient(row),
    (row) => [row.sortName, row._id.toHexString()],
  );
}

/** Every tag in use, in the order of the alphabet: what the list filters by. */
export async function listClientTags(db: Database, _actor: StaffActor): Promise<string[]> {
  const tags = await clients(db).distinct('tags', { archived: false });
  return tags.sort((a, b) => a.localeCompare(b, 'fr'));
}
