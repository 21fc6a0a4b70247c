import type { Actor } from '../actor';
import type { Database } from '../db/client';
import { notFound } from '../errors';
import { DEFAULT_LOCALE, isLocale } from '../i18n/config';
import { findInvoice } from '../ledger/keep-paper';
import { findOrderFor } from '../orders/find-order';
import { entryPaper } from './entry-paper';
import type { Paper } from './order-papers';
import { paperWords } from './words';

/**
 * An invoice, a deposit invoice or a credit note as a paper, for whoever may read its order.
 * @throws AppError not_found for an order that is not the caller's, or an invoice it does not have.
 */
export async function invoiceDocument(
  db: Database,
  actor: Actor,
  id: string,
  number: string,
  now = new Date(),
): Promise<Paper> {
  const { invoices } = await findOrderFor(db, actor, id);
  const entry = invoices.some((one) => one.number === number) ? await findInvoice(db, number) : undefined;
  if (!entry) throw notFound();
  const { act, locale } = entry.body;
  const { t } = paperWords(isLocale(locale) ? locale : DEFAULT_LOCALE);
  const name = `${t(`invoice.file.${act}`, { number })}.pdf`;
  return entryPaper(db, actor, entry, name, (duplicate) => ({ kind: 'invoice', props: { entry, duplicate } }), now);
}
