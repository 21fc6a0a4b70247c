import type { AccountDocument } from '../auth/documents';
import { accounts } from '../auth/documents';
import type { Database } from '../db/client';
import { publicUrl } from '../mail/public-url';
import { sendMail } from '../mail/send-mail';
import { type NotificationDocument, notifications } from '../notifications/documents';
import { signMailStop } from '../auth/mail-stop';
import { groupsBeside, isChosen, MAIL_AGAIN_MS, waysOf } from '../notifications/rules';
import type { ChosenKind } from '../notifications/words';
import { settingsOf } from '../notifications/settings';
import { inLanguage } from '../i18n/bilingual';
import { paths } from '../paths';

/** E-mails of one round; the others leave with the next. */
const AT_ONCE = 100;

async function write(
  db: Database,
  to: AccountDocument,
  kind: ChosenKind,
  notification: NotificationDocument,
  beside: readonly NotificationDocument[],
): Promise<void> {
  const { locale } = to;
  const settings = (to.role === 'client' ? paths.account : paths.atelier).settings;
  await sendMail(db, {
    to: to.email,
    locale,
    template: 'notification',
    data: {
      title: inLanguage(notification.title, locale),
      text: inLanguage(notification.text, locale),
      url: publicUrl(`/${locale}${notification.href}`),
      more: beside.map(({ title, text }) => [inLanguage(title, locale), inLanguage(text, locale)]),
      settings: publicUrl(`/${locale}${settings}#notifications`),
      stop: await signMailStop(to._id, kind),
    },
  });
}

/** Takes what else waits to be written of the same thing: it goes into the same e-mail. */
async function takeBeside(db: Database, { accountId, group }: NotificationDocument, now: Date) {
  if (group === undefined) return [];
  const all = { accountId, read: false, group: groupsBeside(group), mailAt: { $exists: true } };
  const waiting = await notifications(db).find(all).sort({ createdAt: 1 }).toArray();
  const taken: NotificationDocument[] = [];
  for (const one of waiting) {
    const mine = await notifications(db).updateOne(
      { _id: one._id, read: false, mailAt: { $exists: true } },
      { $unset: { mailAt: '' }, $set: { mailedAt: now } },
    );
    if (mine.modifiedCount > 0) taken.push(one);
  }
  return taken;
}

/** When something else of the same thing was written of within the hour and is unread: the moment this one may be, unless it asks for an answer. */
async function heldUntil(db: Database, due: NotificationDocument, now: Date): Promise<Date | undefined> {
  if (due.asks || due.group === undefined) return undefined;
  const lately = { $gt: new Date(now.getTime() - MAIL_AGAIN_MS), $lt: now };
  const [last] = await notifications(db)
    .find({
      accountId: due.accountId,
      read: false,
      group: groupsBeside(due.group),
      mailedAt: lately,
      _id: { $ne: due._id },
    })
    .sort({ mailedAt: -1 })
    .limit(1)
    .toArray();
  return last?.mailedAt && new Date(last.mailedAt.getTime() + MAIL_AGAIN_MS);
}

/**
 * Writes an e-mail to those who have not read a notification. Each e-mail is taken before it is sent, so that of two processes
 * one sends it; a process that dies in between loses it rather than sends it twice. Of one thing (an order, a conversation) a
 * burst makes one e-mail: what else waits goes with the first, and what comes within the hour waits for its end.
 * @returns how many left
 */
export async function sendDueMails(db: Database, now = new Date()): Promise<number> {
  let sent = 0;
  for (let taken = 0; taken < AT_ONCE; taken += 1) {
    const due = await notifications(db).findOneAndUpdate(
      { mailAt: { $lte: now }, read: false },
      { $unset: { mailAt: '' }, $set: { mailedAt: now } },
      { sort: { mailAt: 1 } },
    );
    if (!due) break;
    const account = await accounts(db).findOne({ _id: due.accountId, disabled: false });
    // The settings of now count, not those of when it was notified.
    const settings = await settingsOf(db, due.accountId);
    if (!account || !isChosen(due.kind) || !waysOf(settings, due.kind).email) continue;
    const mailAt = await heldUntil(db, due, now);
    if (mailAt) {
      await notifications(db).updateOne({ _id: due._id, read: false }, { $set: { mailAt }, $unset: { mailedAt: '' } });
      continue;
    }
    const beside = await takeBeside(db, due, now);
    await write(
      db,
      account,
      due.kind,
      due,
      beside.filter(({ kind }) => waysOf(settings, kind).email),
    );
    sent += 1;
  }
  return sent;
}
