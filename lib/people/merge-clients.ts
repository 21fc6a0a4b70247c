import type { ClientSession, ObjectId } from 'mongodb';
import type { StaffActor } from '../actor';
import { recordAct } from '../audit/record-act';
import { clients, type ClientDocument, mergedAway } from '../clients/documents';
import { type ClientDto, toClient } from '../clients/dto';
import { mergeFiles } from '../clients/merge-files';
import type { MergeClientInput } from '../clients/schemas';
import { type Database, inTransaction } from '../db/client';
import { toId } from '../db/ids';
import { AppError, notFound } from '../errors';
import { ALL_TRACES } from './all-traces';
import { personOf } from './find-person';

interface Pair {
  from: ClientDocument;
  into: ClientDocument;
}

/**
 * The two files of a merge, as they may be merged.
 * @throws AppError not_found, merge_same_file.
 */
export async function findPair(
  db: Database,
  input: { fromId: ObjectId; intoId: ObjectId },
  session?: ClientSession,
): Promise<Pair> {
  if (input.fromId.equals(input.intoId)) throw new AppError('merge_same_file');
  const from = await clients(db).findOne({ _id: input.fromId }, { session });
  const into = await clients(db).findOne({ _id: input.intoId }, { session });
  if (!from || !into) throw notFound();
  return { from, into };
}

/** Two people who can both sign in are not made one by somebody else. */
export const haveTwoAccounts = ({ from, into }: Pair): boolean => Boolean(from.accountId && into.accountId);

/**
 * Merges a client file into another one, all of it or nothing: whatever names the file that goes names the one that stays
 * (`traces.ts` of each domain), which says who did it and when.
 * Asked again, it answers the same.
 * @throws AppError not_found, merge_same_file, merge_two_accounts; merge_elsewhere when it already went into another one.
 */
export async function mergeClients(
  db: Database,
  actor: StaffActor,
  id: string,
  input: MergeClientInput,
): Promise<ClientDto> {
  const ids = { fromId: toId(id), intoId: toId(input.intoId) };
  const merged = await inTransaction(db, async (session) => {
    const away = await mergedAway(db).findOne({ _id: ids.fromId }, { session });
    if (away) {
      if (!away.intoId.equals(ids.intoId)) throw new AppError('merge_elsewhere');
      return clients(db).findOne({ _id: ids.intoId }, { session });
    }
    const pair = await findPair(db, ids, session);
    if (haveTwoAccounts(pair)) throw new AppError('merge_two_accounts');
    const { from, into } = pair;
    const now = new Date();
    const people = { from: await personOf(db, from, session), into: await personOf(db, into, session) };
    await clients(db).deleteOne({ _id: from._id }, { session });
    const { file, kept } = mergeFiles(from, into, input.take);
    const { _id, ...rest } = file;
    const record = { fileId: from._id, name: from.name, by: { id: actor.id, name: actor.name }, at: now, kept };
    const after = await clients(db).findOneAndReplace(
      { _id },
      {
        ...rest,
        merged: [...(into.merged ?? []), ...(from.merged ?? []), record],
        updatedAt: now,
        version: into.version + 1,
      },
      { session, returnDocument: 'after' },
    );
    const moving = { ...people, by: { id: actor.id, name: actor.name }, now, session };
    for (const { move } of ALL_TRACES) await move?.(db, moving);
    await recordAct(db, { kind: 'filesMerged', by: actor.id, of: { kind: 'client', id: into._id } }, session);
    return after;
  });
  if (!merged) throw notFound();
  return toClient(merged);
}
