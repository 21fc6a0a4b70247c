import type { ClientSession, ObjectId } from 'mongodb';
import type { Locale } from '../actor';
import type { Database } from '../db/client';
import { newId } from '../db/ids';
import { type Bilingual, inLanguage } from '../i18n/bilingual';
import { LOCALES } from '../i18n/config';
import { notifications } from './documents';
import { pushKeys } from './push-keys';
import { afterQuiet, MAIL_AGAIN_MS, MAIL_DELAY_MS, waysOf } from './rules';
import type { NotificationKind } from './words';
import { settingsOf } from './settings';

/** Words in the house's languages, or a function that makes them for any. */
export type Words = Bilingual | ((locale: Locale) => string);

export interface NotifyInput {
  accountId: ObjectId;
  /** The client file it is about: erased with its person, whoever it was left for. `null` for what is about nobody. */
  clientId: ObjectId | null;
  kind: NotificationKind;
  title: Words;
  text: Words;
  /** A path of `lib/paths.ts`. */
  href: string;
  /** True for what awaits an answer or a signature. */
  asks?: boolean;
  /** The name of who wrote, for what is a person's word. */
  person?: string;
  /** Replaces the unread notification of the same group instead of stacking another one. */
  group?: string;
  /** `later` (the usual): an e-mail when it is still unread after a while; `now`: with the next round; `never`: none. */
  mail?: 'later' | 'now' | 'never';
  /** Written of again when the group goes on unread, an hour after the mail before; else one mail until it is read. */
  mailAgain?: boolean;
}

export const inEach = (words: Words): Bilingual =>
  Object.fromEntries(
    LOCALES.map((locale) => [locale, typeof words === 'function' ? words(locale) : inLanguage(words, locale)]),
  ) as Bilingual;

/**
 * Leaves a notification for one account. Nothing else is needed to show it live: the sidecar watches the collection.
 * Words are kept in every language and told in the reader's. It takes the ways its reader chose: the bell, an e-mail, both
 * or none.
 */
export async function notify(
  db: Database,
  input: NotifyInput,
  session?: ClientSession,
  now = new Date(),
): Promise<void> {
  const settings = await settingsOf(db, input.accountId, session);
  const ways = waysOf(settings, input.kind);
  const pushes = ways.push && pushKeys() !== undefined;
  if (!ways.app && !ways.email && !pushes) return;
  const mail = input.mail ?? 'later';
  const mailAt =
    ways.email && mail !== 'never'
      ? afterQuiet(new Date(now.getTime() + (mail === 'now' ? 0 : MAIL_DELAY_MS)), settings.quiet)
      : undefined;
  const fresh = {
    ...(input.clientId ? { clientId: input.clientId } : {}),
    kind: input.kind,
    title: inEach(input.title),
    text: inEach(input.text),
    href: input.href,
    asks: input.asks ?? false,
    ...(input.person === undefined ? {} : { person: input.person }),
    createdAt: now,
    updatedAt: now,
    ...(pushes && mail !== 'never' ? { pushAt: afterQuiet(now, settings.quiet) } : {}),
  };
  if (input.group !== undefined) {
    const replaced = await notifications(db).findOneAndUpdate(
      { accountId: input.accountId, read: false, group: input.group },
      { $set: fresh, $inc: { version: 1 } },
      { session, projection: { mailedAt: 1 } },
    );
    if (replaced) {
      // One e-mail for what waits unread, however much is added to it; and not later for each word that comes.
      if (mailAt && (!replaced.mailedAt || input.mailAgain)) {
        const soonest = (replaced.mailedAt?.getTime() ?? 0) + MAIL_AGAIN_MS;
        const due =
          replaced.mailedAt && soonest > mailAt.getTime() ? afterQuiet(new Date(soonest), settings.quiet) : mailAt;
        await notifications(db).updateOne({ _id: replaced._id, read: false }, { $min: { mailAt: due } }, { session });
      }
      return;
    }
  }
  await notifications(db).insertOne(
    {
      _id: newId(),
      accountId: input.accountId,
      ...fresh,
      ...(input.group === undefined ? {} : { group: input.group }),
      ...(ways.app ? {} : { hidden: true }),
      ...(mailAt ? { mailAt } : {}),
      read: false,
      version: 1,
    },
    { session },
  );
}
