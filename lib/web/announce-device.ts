import type { Locale } from '../actor';
import type { AccountDocument } from '../auth/documents';
import { describeDevice } from '../auth/describe-device';
import type { Database } from '../db/client';
import { formatDate, formatTime } from '../i18n/format';
import { translator } from '../i18n/translate';
import { sendMail } from '../mail/send-mail';
import { publicUrl } from '../mail/public-url';
import { notify } from '../notifications/notify';
import { paths } from '../paths';
import { afterwards } from './afterwards';

/** Tells a person, by mail and by the bell, that their account was opened on a device it has not been seen on. */
export function announceDevice(db: Database, account: AccountDocument, userAgent: string): void {
  const at = new Date();
  const found = describeDevice(userAgent);
  const deviceIn = (locale: Locale) =>
    found ? `${found.browser}, ${found.system}` : translator(locale, 'settings')('unknownDevice');
  const href = account.role === 'client' ? paths.account.settings : paths.atelier.settings;
  afterwards(async () => {
    await notify(db, {
      accountId: account._id,
      clientId: account.clientId ?? null,
      kind: 'account',
      title: (locale) => translator(locale, 'emails')('newDevice.subject'),
      text: (locale) =>
        translator(locale, 'emails')('newDevice.preheader', {
          device: deviceIn(locale),
          date: formatDate(locale, at),
          time: formatTime(locale, at),
        }),
      href,
      mail: 'never',
    });
    await sendMail(db, {
      to: account.email,
      locale: account.locale,
      template: 'newDevice',
      data: {
        name: account.name,
        device: deviceIn(account.locale),
        at,
        url: publicUrl(`/${account.locale}${href}#sessions`),
      },
    });
  });
}
