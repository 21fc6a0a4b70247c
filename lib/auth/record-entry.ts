import { acts } from '../audit/documents';
import { recordAct } from '../audit/record-act';
import type { Database } from '../db/client';
import { type AccountDocument, accounts, sessions } from './documents';

/** From this many refusals for one account within the time below, the owner is asked to look. */
const OFTEN = 5;
const WITHIN_MS = 15 * 60 * 1000;

/**
 * Writes down that somebody of the house came in. A client's coming and going is theirs.
 * @returns whether the device is one this account has not been seen on
 */
export async function recordSignIn(db: Database, account: AccountDocument, known: boolean): Promise<boolean> {
  // The first device an account ever signs in on is not a stranger's.
  const news = !known && (await sessions(db).countDocuments({ accountId: account._id }, { limit: 2 })) > 1;
  if (account.role !== 'client')
    await recordAct(db, { kind: 'signedIn', by: account._id, notice: news ? 'newDevice' : undefined });
  return news;
}

/** Writes down that a password was right and its second key wrong: somebody may know the first. */
export const recordSecondRefusal = (db: Database, account: AccountDocument): Promise<void> =>
  recordAct(db, { kind: 'secondKeyRefused', of: { kind: 'account', id: account._id }, notice: 'passwordKnown' });

/** Writes down that somebody was refused, and for whose account where there is one: never the address that was typed. */
export async function recordRefusal(db: Database, email: string): Promise<void> {
  const account = await accounts(db).findOne({ email }, { projection: { _id: 1 } });
  if (!account) return recordAct(db, { kind: 'signInRefused' });
  const before = await acts(db).countDocuments(
    { 'of.subjectId': account._id, kind: 'signInRefused', at: { $gt: new Date(Date.now() - WITHIN_MS) } },
    { limit: OFTEN },
  );
  await recordAct(db, {
    kind: 'signInRefused',
    of: { kind: 'account', id: account._id },
    detail: { count: before + 1 },
    notice: before + 1 === OFTEN ? 'refusedOften' : undefined,
  });
}
