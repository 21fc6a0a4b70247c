import { acts } from '../audit/documents';
import { recordAct } from '../audit/record-act';
import type { Database } from '../db/client';
import { type AccountDocument, accounts, sessions } from './documents';

/** From this many refusals for one account within the time below, the owner is asked to look. */
const OFTEN = 5;
const WITHIN_MS = 15 * 60 * 1000;

/**
 * Writes down that somebody of the house came in, and whether on a device nobody has seen before. A client's coming and going
 * is theirs.
 */
export async function recordSignIn(db: Database, account: AccountDocument, known: boolean): Promise<void> {
  if (account.role === 'client') return;
  // The first device an account ever signs in on is not a stranger's.
  const first = known || (await sessions(db).countDocuments({ accountId: account._id }, { limit: 2 })) < 2;
  await recordAct(db, { kind: 'signedIn', by: account._id, notice: first ? undefined : 'newDevice' });
}

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
