import type { ClientSession, ObjectId } from 'mongodb';
import { appointments, reminders } from '../appointments/documents';
import { accounts, sessions, tokens } from '../auth/documents';
import { conversationGroup } from '../chat/announce-message';
import { conversations, messages } from '../chat/documents';
import { type ClientDocument, clients, measurementSets } from '../clients/documents';
import { searchFieldsOf } from '../clients/fold';
import { type Database, inTransaction } from '../db/client';
import { notFound } from '../errors';
import { files } from '../files/documents';
import { eraseBytes } from '../files/repository';
import { mails } from '../mail/documents';
import { favourites } from '../models/documents';
import { fittingSheets } from '../fittings/documents';
import { notifications, pushSubscriptions, settings } from '../notifications/documents';
import { type OrderDocument, orderEvents, orders } from '../orders/documents';
import { paths } from '../paths';
import { tasks } from '../tasks/documents';
import { demandNothingOpen } from './open-orders';
import { hasPapers, strippedOrder } from './stripped-order';

/**
 * Erases a person, all or nothing: account, sessions, conversations, measurements, appointments, pictures, favourites and
 * what is written about them. Their orders stay as the law of accounts asks, stripped of everything else; where one of
 * them was paid or agreed, the file keeps the name and the address that its papers bear (docs/decisions/0005).
 * Sockets follow the account and the sessions.
 * @throws AppError not_found, open_orders.
 */
export async function erasePerson(db: Database, clientId: ObjectId): Promise<void> {
  const fileIds = await inTransaction(db, async (session) => {
    const file = await clients(db).findOne({ _id: clientId }, { session });
    if (!file) throw notFound();
    await demandNothingOpen(db, clientId, session);
    const theirs = await orders(db).find({ clientId }, { session }).toArray();
    await eraseFile(db, file, theirs, session);
    const conversationIds = await eraseWords(db, clientId, session);
    const setIds = (await measurementSets(db).find({ clientId }, { session }).toArray()).map(({ _id }) => _id);
    await measurementSets(db).deleteMany({ clientId }, { session });
    const slots = await appointments(db)
      .find({ clientId }, { session, projection: { _id: 1 } })
      .toArray();
    await reminders(db).deleteMany({ appointmentId: { $in: slots.map(({ _id }) => _id) } }, { session });
    await appointments(db).deleteMany({ clientId }, { session });
    await fittingSheets(db).deleteMany({ clientId }, { session });
    await favourites(db).deleteMany({ clientId }, { session });
    await tasks(db).deleteMany({ clientId, orderId: { $exists: false } }, { session });
    const mine = { $or: [{ clientId }, { orderId: { $in: theirs.map(({ _id }) => _id) } }] };
    await tasks(db).updateMany(mine, { $unset: { clientId: '', note: '', messageId: '' } }, { session });
    await eraseBells(db, file, theirs, conversationIds.conversations, session);
    await eraseAccount(db, file, session);
    return eraseFiles(db, file, theirs, [...conversationIds.messages, ...setIds], session);
  });
  await eraseBytes(db, fileIds);
}

/** Without an order there is no file; else one that is put away and says only what its papers say. */
async function eraseFile(
  db: Database,
  file: ClientDocument,
  theirs: readonly OrderDocument[],
  session: ClientSession,
): Promise<void> {
  if (theirs.length === 0) {
    await clients(db).deleteOne({ _id: file._id }, { session });
    return;
  }
  const known = theirs.some(hasPapers);
  const now = new Date();
  // The same in every language: a number is nobody's name.
  const name = known ? file.name : `#${file._id.toHexString().slice(-6)}`;
  await clients(db).replaceOne(
    { _id: file._id },
    {
      name,
      address: known ? file.address : undefined,
      tags: [],
      archived: true,
      erasedAt: now,
      ...searchFieldsOf({ name }),
      createdAt: file.createdAt,
      updatedAt: now,
      version: file.version + 1,
    },
    { session },
  );
  for (const order of theirs) {
    const { _id, ...rest } = strippedOrder(order, name, now);
    await orders(db).replaceOne({ _id }, rest, { session });
  }
  const orderIds = theirs.map(({ _id }) => _id);
  await orderEvents(db).updateMany(
    { orderId: { $in: orderIds } },
    { $unset: { note: '', 'data.changes': '', 'data.adjustments': '', 'data.files': '' } },
    { session },
  );
  if (file.accountId && !known)
    await orderEvents(db).updateMany(
      { orderId: { $in: orderIds }, actorId: file.accountId },
      { $set: { actorName: name } },
      { session },
    );
}

/** A conversation has two people; without one of them the other's half is no use, and it speaks of a body. */
async function eraseWords(db: Database, clientId: ObjectId, session: ClientSession) {
  const talks = await conversations(db)
    .find({ clientId }, { session, projection: { _id: 1 } })
    .toArray();
  const ids = talks.map(({ _id }) => _id);
  const spoken = { conversationId: { $in: ids } };
  const words = await messages(db)
    .find({ ...spoken, 'attachments.0': { $exists: true } }, { session, projection: { _id: 1 } })
    .toArray();
  await messages(db).deleteMany(spoken, { session });
  await conversations(db).deleteMany({ _id: { $in: ids } }, { session });
  return { conversations: ids, messages: words.map(({ _id }) => _id) };
}

/** What rang at anybody's because of this person: it quotes their words. */
async function eraseBells(
  db: Database,
  file: ClientDocument,
  theirs: readonly OrderDocument[],
  conversationIds: readonly ObjectId[],
  session: ClientSession,
): Promise<void> {
  const hrefs = [
    paths.atelier.client(file._id.toHexString()),
    ...theirs.map((order) => paths.atelier.order(order._id.toHexString())),
    ...conversationIds.map((id) => paths.atelier.conversation(id.toHexString())),
  ];
  if (file.accountId) {
    await pushSubscriptions(db).deleteMany({ accountId: file.accountId }, { session });
    await settings(db).deleteOne({ _id: file.accountId }, { session });
  }
  await notifications(db).deleteMany(
    {
      $or: [
        { href: { $in: hrefs } },
        { group: { $in: conversationIds.map(conversationGroup) } },
        ...(file.accountId ? [{ accountId: file.accountId }] : []),
      ],
    },
    { session },
  );
}

async function eraseAccount(db: Database, file: ClientDocument, session: ClientSession): Promise<void> {
  const account = file.accountId && (await accounts(db).findOne({ _id: file.accountId }, { session }));
  const addresses = [file.email, account?.email].filter((one) => one !== undefined && one !== null);
  await tokens(db).deleteMany({ $or: [{ clientId: file._id }, { email: { $in: addresses } }] }, { session });
  await mails(db).deleteMany({ to: { $in: addresses } }, { session });
  if (!account) return;
  await sessions(db).deleteMany({ accountId: account._id }, { session });
  await accounts(db).deleteOne({ _id: account._id }, { session });
}

/** The descriptions of every file of the person; the picture of a signed sheet stays with it. */
async function eraseFiles(
  db: Database,
  file: ClientDocument,
  theirs: readonly OrderDocument[],
  holders: readonly ObjectId[],
  session: ClientSession,
): Promise<ObjectId[]> {
  const signed = theirs
    .flatMap((order) => strippedOrder(order, '', new Date()).cuttingApprovals)
    .flatMap(({ sheet }) => (sheet.imageFileId ? [sheet.imageFileId] : []));
  const gone = await files(db)
    .find(
      {
        _id: { $nin: signed },
        $or: [
          ...(file.accountId ? [{ ownerId: file.accountId }] : []),
          { 'attachedTo.id': { $in: [...holders, ...theirs.map(({ _id }) => _id)] } },
        ],
      },
      { session, projection: { _id: 1 } },
    )
    .toArray();
  const ids = gone.map(({ _id }) => _id);
  await files(db).deleteMany({ _id: { $in: ids } }, { session });
  return ids;
}
