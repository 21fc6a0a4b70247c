import type { AccountDocument } from '../auth/documents';
import { accounts } from '../auth/documents';
import type { Database } from '../db/client';
import { publicUrl } from '../mail/public-url';
import { sendMail } from '../mail/send-mail';
import { type NotificationDocument, notifications } from '../notifications/documents';
import { waysOf } from '../notifications/rules';
import { settingsOf } from '../notifications/settings';
import { inLanguage } from '../i18n/bilingual';
import { paths } from '../paths';

/** E-mails of one round; the others leave with the next. */
const AT_ONCE = 100;

async function write(db: Database, to: AccountDocument, notification: NotificationDocument): Promise<void> {
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
      settings: publicUrl(`/${locale}${settings}#notifications`),
    },
  });
}

/**
 * Writes an e-mail to those who have not read a notification. Each e-mail is taken before it is sent, so that of two processes
 * one sends it; a process that dies in between loses it rather than sends it twice.
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
    if (!account || !waysOf(await settingsOf(db, due.accountId), due.kind).email) continue;
    await write(db, account, due);
    sent += 1;
  }
  return sent;
}
