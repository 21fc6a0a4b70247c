import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ALL_MIGRATIONS } from '../../lib/db/migrations/all-migrations';
import { isBehind } from '../../lib/db/migrations/run-migrations';
import { isArchive, readArchive } from '../../lib/ledger/archive';
import { type LedgerCopy, readLedger } from '../../lib/ledger/copy';
import { NotAnExport, readExport } from '../../lib/ledger/export-ledger';
import { readPapers } from '../../lib/ledger/read-papers';
import type { InvoiceTold } from '../../lib/ledger/judge-invoices';
import type { PaperTold, PaymentTold } from '../../lib/ledger/verify-ledger';
import { listInvoices, listPayments } from '../../lib/orders/list-payments';
import { reachDatabase } from '../run/reach-database';
import type { Call } from './run-command';

/** What else of the house the ledger is held against. */
type Told = { payments: PaymentTold[]; invoices: InvoiceTold[]; papers: PaperTold[] };

/** The ledger of the house, and its orders' payments and invoices and its papers at the same moment. */
export async function ledgerOfHouse({ settings, t }: Pick<Call, 'settings' | 't'>): Promise<LedgerCopy & Told> {
  const house = await reachDatabase(settings);
  try {
    if (await isBehind(house.db, ALL_MIGRATIONS)) throw new Error(t('ledger.behind'));
    const { also, ...copy } = await readLedger(house.db, async (session) => ({
      payments: await listPayments(house.db, session),
      invoices: await listInvoices(house.db, session),
      papers: await readPapers(house.db, session),
    }));
    return { ...copy, ...also };
  } finally {
    await house.close();
  }
}

/** A ledger in a file: an export, or an archive with its signature. */
export interface FileCopy extends LedgerCopy {
  archive?: { isSound: boolean; fingerprint: string };
}

/** The ledger of an export or an archive, without any house. @throws with a sentence for who called */
export async function ledgerOfFile(name: string, { calledFrom, t }: Call): Promise<FileCopy> {
  const path = resolve(calledFrom, name);
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Error(t('ledger.noFile', { path }));
  });
  try {
    if (!isArchive(text)) return readExport(text);
    const { copy, ...archive } = readArchive(text);
    return { ...copy, archive };
  } catch (error) {
    throw error instanceof NotAnExport ? new Error(t('ledger.notAnExport', { path })) : error;
  }
}
