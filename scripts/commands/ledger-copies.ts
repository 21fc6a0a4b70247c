import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ALL_MIGRATIONS } from '../../lib/db/migrations/all-migrations';
import { isBehind } from '../../lib/db/migrations/run-migrations';
import { type LedgerCopy, readLedger } from '../../lib/ledger/copy';
import { NotAnExport, readExport } from '../../lib/ledger/export-ledger';
import { readPapers } from '../../lib/ledger/read-papers';
import type { PaperTold, PaymentTold } from '../../lib/ledger/verify-ledger';
import { listPayments } from '../../lib/orders/list-payments';
import { reachDatabase } from '../run/reach-database';
import type { Call } from './run-command';

/** The ledger of the house, and its orders' payments and its papers at the same moment. */
export async function ledgerOfHouse({
  settings,
  t,
}: Pick<Call, 'settings' | 't'>): Promise<LedgerCopy & { payments: PaymentTold[]; papers: PaperTold[] }> {
  const house = await reachDatabase(settings);
  try {
    if (await isBehind(house.db, ALL_MIGRATIONS)) throw new Error(t('ledger.behind'));
    const { also, ...copy } = await readLedger(house.db, async (session) => ({
      payments: await listPayments(house.db, session),
      papers: await readPapers(house.db, session),
    }));
    return { ...copy, payments: also.payments, papers: also.papers };
  } finally {
    await house.close();
  }
}

/** The ledger of an export, without any house. @throws with a sentence for who called */
export async function ledgerOfFile(name: string, { calledFrom, t }: Call): Promise<LedgerCopy> {
  const path = resolve(calledFrom, name);
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Error(t('ledger.noFile', { path }));
  });
  try {
    return readExport(text);
  } catch (error) {
    throw error instanceof NotAnExport ? new Error(t('ledger.notAnExport', { path })) : error;
  }
}
