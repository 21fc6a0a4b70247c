import type { Locale } from '../actor';
import { translator } from '../i18n/translate';
import { PAYMENT_KINDS, PAYMENT_METHODS } from '../orders/words';
import type { EntryDto } from './schemas';

/** An entry of money in words: what it was for, and by which means. What the house has no word for is said as it was entered. */
export function describeEntry({ receipt }: Pick<EntryDto, 'receipt'>, locale: Locale): { what: string; means: string } {
  if (!receipt) return { what: '', means: '' };
  const orders = translator(locale, 'orders');
  const t = translator(locale, 'ledger');
  const kind = PAYMENT_KINDS.find((one) => one === receipt.purpose);
  const means = PAYMENT_METHODS.find((one) => one === receipt.method);
  return {
    what: receipt.act === 'reversal' ? t('cancels') : kind ? orders(`payments.kind.${kind}`) : receipt.purpose,
    means: means ? orders(`payments.method.${means}`) : receipt.method,
  };
}
