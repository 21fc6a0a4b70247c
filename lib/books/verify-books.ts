import type { Locale, StaffActor } from '../actor';
import type { Database } from '../db/client';
import { AppError } from '../errors';
import { translator } from '../i18n/translate';
import { readLedger } from '../ledger/copy';
import { readPapers } from '../ledger/read-papers';
import { type Finding, verifyLedger } from '../ledger/verify-ledger';
import { listInvoices, listPayments } from '../orders/list-payments';
import type { VerificationDto } from './schemas';

/** More than this is one disaster, not so many flaws. */
const SHOWN = 100;
/** A page that is opened again and again shows a reading that is not older than this, with its hour. */
const SHOWN_AGAIN_MS = 60_000;

interface Reading {
  readAt: Date;
  entries: number;
  since: string | null;
  training: boolean;
  findings: Finding[];
}

const latest = new Map<string, Reading>();

async function readBooks(db: Database): Promise<Reading> {
  const { also, ...copy } = await readLedger(db, async (session) => ({
    payments: await listPayments(db, session),
    invoices: await listInvoices(db, session),
    papers: await readPapers(db, session),
  }));
  const hours = copy.entries.flatMap((entry) => {
    const at: unknown = (entry as { at?: unknown }).at;
    return typeof at === 'string' && !Number.isNaN(Date.parse(at)) ? [new Date(at).toISOString()] : [];
  });
  return {
    readAt: new Date(),
    entries: copy.entries.length,
    since: hours.reduce<string | null>((first, at) => (first === null || at < first ? at : first), null),
    training: copy.heads.some((head) => (head as { training?: unknown }).training === true),
    findings: verifyLedger(copy, also),
  };
}

/**
 * Reads the whole ledger of the house and holds it against the payments of the orders.
 * @param again whether a reading of this minute will do
 * @throws AppError forbidden for anyone but an owner.
 */
export async function verifyBooks(
  db: Database,
  actor: StaffActor,
  locale: Locale,
  again?: 'thisMinute',
): Promise<VerificationDto> {
  if (actor.role !== 'owner') throw new AppError('forbidden');
  const name = db.db.databaseName;
  const known = again && latest.get(name);
  const reading = known && Date.now() - known.readAt.getTime() < SHOWN_AGAIN_MS ? known : await readBooks(db);
  latest.set(name, reading);
  const t = translator(locale, 'commands');
  const { readAt, entries, since, training, findings } = reading;
  return {
    whole: findings.length === 0,
    entries,
    since,
    training,
    verifiedAt: readAt.toISOString(),
    flaws: findings.length,
    findings: findings
      .slice(0, SHOWN)
      .map(({ flaw, at }) => ({ flaw, at, message: t(`ledger.flaws.${flaw}`, { at }) })),
  };
}
