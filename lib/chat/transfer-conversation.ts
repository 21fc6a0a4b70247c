import type { ClientSession, ObjectId } from 'mongodb';
import type { StaffActor } from '../actor';
import { recordAct } from '../audit/record-act';
import { isActiveStaff, staffNamesOf } from '../auth/staff-names';
import { findClientById } from '../clients/find-client';
import { type Database, inTransaction } from '../db/client';
import { toId } from '../db/ids';
import { AppError, notFound } from '../errors';
import { translator } from '../i18n/translate';
import { notifications } from '../notifications/documents';
import { notify } from '../notifications/notify';
import { paths } from '../paths';
import { absorbConversation } from './absorb-conversation';
import { conversationGroup } from './announce-message';
import { type ConversationDocument, conversations } from './documents';
import { type ConversationHead, toHead } from './heads';
import { postLine } from './post-line';

/**
 * An owner gives a conversation to another couturier; the thread says so, and whoever it was taken from reads it no
 * more. Where the client speaks with that couturier already, the words go on in that conversation: nothing is lost, and
 * two people still have one conversation. What was unread stays unread.
 * @throws AppError forbidden, not_found, transfer_same.
 */
export async function transferConversation(
  db: Database,
  actor: StaffActor,
  id: string,
  input: { couturierId: string },
): Promise<ConversationHead> {
  if (actor.role !== 'owner') throw new AppError('forbidden');
  const [_id, couturierId] = [toId(id), toId(input.couturierId)];
  if (!(await isActiveStaff(db, couturierId))) throw notFound();
  const kept = await inTransaction(db, async (session) => {
    const conversation = await conversations(db).findOne({ _id }, { session });
    if (!conversation) throw notFound();
    if (conversation.couturierId.equals(couturierId)) throw new AppError('transfer_same');
    const names = await staffNamesOf(db, [conversation.couturierId, couturierId]);
    const said = {
      event: 'handedOver' as const,
      name: actor.name,
      from: names.get(conversation.couturierId.toHexString()) ?? '',
      to: names.get(couturierId.toHexString()) ?? '',
    };
    // The notifications of the one who gives it away quote messages that are no longer theirs to read.
    await notifications(db).deleteMany(
      { accountId: conversation.couturierId, group: conversationGroup(_id) },
      { session },
    );
    const there = await conversations(db).findOne({ clientId: conversation.clientId, couturierId }, { session });
    const into = there ?? { ...conversation, couturierId };
    if (!there)
      await conversations(db).updateOne(
        { _id },
        { $set: { couturierId, updatedAt: new Date() }, $unset: { 'pinned.couturier': '' }, $inc: { version: 1 } },
        { session },
      );
    await postLine(db, into, actor, said, session);
    if (there) await absorbConversation(db, conversation, there, actor, session);
    await tellTransfer(db, actor, { former: conversation.couturierId, into, said }, session);
    await recordAct(
      db,
      { kind: 'conversationTransferred', by: actor.id, of: { kind: 'client', id: conversation.clientId } },
      session,
    );
    return into._id;
  });
  return toHead(db, kept);
}

/** The three people hear of it, but for the one who did it. */
async function tellTransfer(
  db: Database,
  actor: StaffActor,
  news: { former: ObjectId; into: ConversationDocument; said: { from: string; to: string } },
  session: ClientSession,
): Promise<void> {
  const { former, into, said } = news;
  const client = await findClientById(db, into.clientId, session);
  const id = into._id.toHexString();
  const people = [
    { accountId: client?.accountId, key: 'transfer.client' as const, href: paths.account.conversation(id) },
    { accountId: into.couturierId, key: 'transfer.next' as const, href: paths.atelier.conversation(id) },
    { accountId: former, key: 'transfer.former' as const, href: paths.atelier.client(into.clientId.toHexString()) },
  ];
  for (const { accountId, key, href } of people)
    if (accountId && !accountId.equals(actor.id))
      await notify(
        db,
        {
          accountId,
          clientId: into.clientId,
          kind: 'message',
          title: (locale) => translator(locale, 'notifications')(key, { ...said, client: client?.name ?? '' }),
          text: (locale) => translator(locale, 'notifications')('transfer.by', { name: actor.name }),
          href,
        },
        session,
      );
}
