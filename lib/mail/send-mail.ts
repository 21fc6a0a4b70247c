import type { Locale } from '../actor';
import type { Database } from '../db/client';
import { newId } from '../db/ids';
import { getHouse } from '../house/get-house';
import { log } from '../log';
import { deliver } from './deliver';
import { mails } from './documents';
import { renderHtml, renderText } from './layout';
import { publicUrl } from './public-url';
import { composeMail, type MailData, type MailTemplate } from './templates';

/** The mail that says that nothing of a person is kept is not kept either: no record, no file, no address in the log. */
const UNRECORDED: readonly MailTemplate[] = ['erased'];

/**
 * Sends one mail of the house. A mail that cannot leave is logged and noted, never thrown: what it tells about has
 * already happened, and must not be undone or answered with an error because a mail server is away.
 */
export async function sendMail<T extends MailTemplate>(
  db: Database,
  mail: { to: string; locale: Locale; template: T; data: MailData[T] },
): Promise<void> {
  const house = await getHouse(db);
  const content = composeMail(house, mail.locale, mail.template, mail.data);
  const recorded = !UNRECORDED.includes(mail.template);
  const _id = newId();
  const kept = { _id, to: mail.to, template: mail.template, subject: content.subject, createdAt: new Date() };
  try {
    const message = {
      id: _id.toHexString(),
      from: { name: house.name, address: house.email || `noreply@${new URL(publicUrl('/')).hostname}` },
      to: mail.to,
      subject: content.subject,
      html: renderHtml(content),
      text: renderText(content),
      stop: content.stop?.oneClick,
    };
    const via = await deliver(message, { asFile: recorded });
    if (via && recorded) await mails(db).insertOne({ ...kept, via, state: 'sent' });
  } catch (error) {
    log().error(
      { template: mail.template, ...(recorded ? { err: error, mail: _id.toHexString() } : {}) },
      'a mail could not leave',
    );
    if (!recorded) return;
    await mails(db).insertOne({ ...kept, via: 'smtp', state: 'failed' });
  }
}
