import type { Actor } from '../actor';
import type { Database } from '../db/client';
import { notFound } from '../errors';
import { DEFAULT_LOCALE, isLocale } from '../i18n/config';
import { findReceipt } from '../ledger/keep-paper';
import { findOrderFor } from '../orders/find-order';
import { entryPaper } from './entry-paper';
import type { Paper } from './order-papers';
import { paperWords } from './words';

/**
 * The receipt of a payment as a paper; of one whose record was taken back, that of the counter-entry. It is made when it is first asked
 * for, of the entry alone, and kept: whoever asks again has the duplicate that was made with it.
 * @throws AppError not_found for an order that is not the caller's, a payment it does not have, or one without an entry.
 */
export async function paymentPaper(
  db: Database,
  actor: Actor,
  id: string,
  n: number,
  now = new Date(),
): Promise<Paper> {
  const { payments } = await findOrderFor(db, actor, id);
  const payment = payments.find((one) => one.n === n);
  const number = payment?.reversed?.receipt ?? payment?.receipt;
  const entry = number ? await findReceipt(db, number) : undefined;
  if (!entry) throw notFound();
  const { locale } = entry.body;
  const { t } = paperWords(isLocale(locale) ? locale : DEFAULT_LOCALE);
  const name = `${t('payment.file', { number: entry.number })}.pdf`;
  return entryPaper(db, actor, entry, name, (duplicate) => ({ kind: 'receipt', props: { entry, duplicate } }), now);
}
