import type { ClientSession, ObjectId } from 'mongodb';
import type { Locale } from '../actor';
import { accounts } from '../auth/documents';
import type { Database } from '../db/client';
import { newId } from '../db/ids';
import { notifications } from './documents';
import type { NotificationKind } from './schemas';

/** Words in both languages, or made for the receiver's. */
export type Words = Record<Locale, string> | ((locale: Locale) => string);

export interface NotifyInput {
  accountId: ObjectId;
  kind: NotificationKind;
  title: Words;
  text: Words;
  /** A path of `lib/paths.ts`. */
  href: string;
  /** True for what awaits an answer or a signature. */
  asks?: boolean;
  /** Replaces the unread notification of the same group instead of stacking another one. */
  group?: string;
}

const inLocale = (words: Words, locale: Locale): string =>
  typeof words === 'function' ? words(locale) : words[locale];

/**
 * Leaves a notification for one account, in that account's language. Nothing else is needed for it to ring: the sidecar
 * watches the collection. An account that is gone or disabled gets none.
 */
export async function notify(db: Database, input: NotifyInput, session?: ClientSession): Promise<void> {
  const account = await accounts(db).findOne(
    { _id: input.accountId, disabled: false },
    { session, projection: { locale: 1 } },
  );
  if (!account) return;
  const now = new Date();
  const fresh = {
    kind: input.kind,
    title: inLocale(input.title, account.locale),
    text: inLocale(input.text, account.locale),
    href: input.href,
    asks: input.asks ?? false,
    createdAt: now,
    updatedAt: now,
  };
  if (input.group !== undefined) {
    const replaced = await notifications(db).updateOne(
      { accountId: input.accountId, read: false, group: input.group },
      { $set: fresh, $inc: { version: 1 } },
      { session },
    );
    if (replaced.matchedCount > 0) return;
  }
  await notifications(db).insertOne(
    {
      _id: newId(),
      accountId: input.accountId,
      ...fresh,
      ...(input.group === undefined ? {} : { group: input.group }),
      read: false,
      version: 1,
    },
    { session },
  );
}
