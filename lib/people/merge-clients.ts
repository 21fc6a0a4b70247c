import type { ClientSession, ObjectId } from 'mongodb';
import type { StaffActor } from '../actor';
import { appointments } from '../appointments/documents';
import { accounts, tokens } from '../auth/documents';
import { moveConversations } from '../chat/move-to-client';
import { clients, type ClientDocument, measurementSets, mergedAway } from '../clients/documents';
import { type ClientDto, toClient } from '../clients/dto';
import { mergeFiles } from '../clients/merge-files';
import type { MergeClientInput } from '../clients/schemas';
import { fittingSheets } from '../fittings/documents';
import { type Database, inTransaction } from '../db/client';
import { toId } from '../db/ids';
import { AppError, notFound } from '../errors';
import { favourites } from '../models/documents';
import { orders } from '../orders/documents';
import { tasks } from '../tasks/documents';

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
 * Merges a client file into another one, all of it or nothing: orders, measurements, appointments, tasks,
 * conversations, favourites, the account and an open invitation follow; the file that stays says who did it and when.
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
    await mergedAway(db).updateMany({ intoId: from._id }, { $set: { intoId: into._id } }, { session });
    await mergedAway(db).insertOne({ _id: from._id, intoId: into._id, at: now }, { session });
    await follow(db, actor, pair, now, session);
    return after;
  });
  if (!merged) throw notFound();
  return toClient(merged);
}

/** Everything that names the file that goes names the one that stays. */
async function follow(
  db: Database,
  actor: StaffActor,
  { from, into }: Pair,
  now: Date,
  session: ClientSession,
): Promise<void> {
  const theirs = { clientId: from._id };
  const change = { $set: { clientId: into._id, updatedAt: now }, $inc: { version: 1 } };
  await orders(db).updateMany(theirs, change, { session });
  await appointments(db).updateMany(theirs, change, { session });
  await fittingSheets(db).updateMany(theirs, { $set: { clientId: into._id } }, { session });
  await tasks(db).updateMany(theirs, change, { session });
  await measurementSets(db).updateMany(theirs, { $set: { clientId: into._id } }, { session });
  const known = await favourites(db).find({ clientId: into._id }, { session }).toArray();
  await favourites(db).deleteMany({ ...theirs, modelId: { $in: known.map((one) => one.modelId) } }, { session });
  await favourites(db).updateMany(theirs, { $set: { clientId: into._id } }, { session });
  if (from.accountId)
    await accounts(db).updateOne(
      { _id: from.accountId },
      { $set: { clientId: into._id, updatedAt: now }, $inc: { version: 1 } },
      { session },
    );
  // An invitation that is under way opens the file that stays, unless that one has its person already.
  const invited = { kind: 'invitation' as const, clientId: from._id, usedAt: { $exists: false } };
  await tokens(db).updateMany(
    invited,
    { $set: into.accountId ? { usedAt: now } : { clientId: into._id } },
    { session },
  );
  const spokenBy = from.accountId ? ('from' as const) : ('into' as const);
  await moveConversations(db, actor, { fromId: from._id, intoId: into._id, spokenBy }, session);
}
