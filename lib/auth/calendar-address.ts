import type { Actor } from '../actor';
import { recordAct } from '../audit/record-act';
import type { Database } from '../db/client';
import { publicUrl } from '../mail/public-url';
import { type AccountDocument, accounts } from './documents';
import type { CalendarStateDto } from './schemas';
import { hashSecret, newSecret } from './secret-token';

/** Whether I have an address for my calendar; the address itself is kept nowhere and cannot be told again. */
export async function readCalendar(db: Database, actor: Actor): Promise<CalendarStateDto> {
  const account = await accounts(db).findOne({ _id: actor.id });
  return { since: account?.calendar?.since.toISOString() ?? null };
}

/** Makes a new secret address of my appointments for a calendar app; the one before stops answering. */
export async function openCalendar(db: Database, actor: Actor): Promise<{ url: string }> {
  const secret = newSecret();
  await accounts(db).updateOne(
    { _id: actor.id },
    { $set: { calendar: { hash: hashSecret(secret), since: new Date() } } },
  );
  await recordAct(db, { kind: 'calendarOpened', by: actor.id });
  return { url: publicUrl(`/api/calendar.ics?token=${secret}`) };
}

/** My address stops answering. */
export async function closeCalendar(db: Database, actor: Actor): Promise<void> {
  await accounts(db).updateOne({ _id: actor.id }, { $unset: { calendar: '' } });
  await recordAct(db, { kind: 'calendarClosed', by: actor.id });
}

/** Whose calendar a secret opens: nobody's once it was replaced, closed, or its account was. */
export const findCalendarOwner = (db: Database, secret: string): Promise<AccountDocument | null> =>
  accounts(db).findOne({ 'calendar.hash': hashSecret(secret), disabled: false });
