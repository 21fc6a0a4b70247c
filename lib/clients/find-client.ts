import type { ClientSession, ObjectId } from 'mongodb';
import type { StaffActor } from '../actor';
import { accounts } from '../auth/documents';
import type { Database } from '../db/client';
import { toId } from '../db/ids';
import { type Reading, wordFilter } from '../db/search';
import { notFound } from '../errors';
import { emailKey } from '../text';
import { type ClientDocument, clients, mergedAway } from './documents';
import { type ClientDto, toClient } from './dto';

/** The client file, or `null`. For other domains; scope is theirs to keep. */
export const findClientById = (db: Database, id: ObjectId, session?: ClientSession): Promise<ClientDocument | null> =>
  clients(db).findOne({ _id: id }, { session });

/** The name on a file; an empty string where the file is gone. */
export async function clientNameOf(db: Database, id: ObjectId): Promise<string> {
  const file = await clients(db).findOne({ _id: id }, { projection: { name: 1 } });
  return file?.name ?? '';
}

/** The names on several files, by hex id; for lists that show them. */
export async function clientNamesOf(db: Database, ids: readonly ObjectId[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const files = await clients(db)
    .find({ _id: { $in: [...ids] } }, { projection: { name: 1 } })
    .toArray();
  return new Map(files.map((file) => [file._id.toHexString(), file.name]));
}

/** The accounts of several files, by the file's hex id; a file without one is left out. */
export async function findAccountsOfClients(db: Database, ids: readonly ObjectId[]): Promise<Map<string, ObjectId>> {
  if (ids.length === 0) return new Map();
  const files = await clients(db)
    .find({ _id: { $in: [...ids] } }, { projection: { accountId: 1 } })
    .toArray();
  return new Map(files.flatMap(({ _id, accountId }) => (accountId ? [[_id.toHexString(), accountId]] : [])));
}

/** Name, account and the like of several files, by hex id; for lists that show them and for who can answer by themselves. */
export async function findClientRefs(
  db: Database,
  ids: readonly ObjectId[],
): Promise<Map<string, { name: string; hasAccount: boolean }>> {
  if (ids.length === 0) return new Map();
  const files = await clients(db)
    .find({ _id: { $in: [...ids] } }, { projection: { name: 1, accountId: 1 } })
    .toArray();
  return new Map(
    files.map((file) => [file._id.toHexString(), { name: file.name, hasAccount: file.accountId !== undefined }]),
  );
}

/** Files that a word of a query finds (see lib/db/search.ts); at most 500, for the search of other domains. */
export async function findClientIdsByWord(db: Database, word: string, reading: Reading): Promise<ObjectId[]> {
  const files = await clients(db)
    .find(wordFilter(word, reading), { projection: { _id: 1 } })
    .limit(500)
    .toArray();
  return files.map((file) => file._id);
}

/** Where a file went that was merged into another; `undefined` for one that was not. */
export async function findMergedInto(db: Database, _actor: StaffActor, id: string): Promise<string | undefined> {
  const away = await mergedAway(db).findOne({ _id: toId(id) });
  return away?.intoId.toHexString();
}

/**
 * A couturier reads a file.
 * @throws AppError not_found.
 */
export async function readClient(db: Database, _actor: StaffActor, id: string): Promise<ClientDto> {
  const file = await findClientById(db, toId(id));
  if (!file) throw notFound();
  const account =
    file.accountId &&
    (await accounts(db).findOne({ _id: file.accountId }, { projection: { email: 1, emailProvedAt: 1 } }));
  const isTheirs = account?.email === emailKey(file.email ?? '');
  return { ...toClient(file), ...(isTheirs ? { emailProved: account.emailProvedAt !== undefined } : {}) };
}
