import { useLocale, useTranslations } from 'next-intl';
import { SectionHead } from '@/components/ui/section-head';
import type { EntryDto } from '@/lib/books/schemas';
import { formatMoney, formatNumber, inCapital } from '@/lib/i18n/format';
import { PAYMENT_METHODS } from '@/lib/orders/words';

type Closing = NonNullable<EntryDto['closing']>;

interface Props {
  title: string;
  totals: Closing['totals'];
  perpetual: Closing['perpetual'];
  /** The till of a day that is closed. */
  cash?: Closing['cash'];
  /** Not closed yet: the cash is counted beside, and everything since the beginning is said with this period. */
  isOpen?: boolean;
}

/** What a period comes to: by means, by kind of paper, VAT by rate, and everything since the beginning. */
export function ClosingTotals({ title, totals, perpetual, cash, isOpen = false }: Props) {
  const t = useTranslations('ledger.close');
  const orders = useTranslations('orders');
  const locale = useLocale();
  const name = (method: string) => {
    const known = PAYMENT_METHODS.find((one) => one === method);
    return inCapital(known ? orders(`payments.method.${known}`) : method);
  };
  const sum = (currency: string) => (amount: number) => formatMoney(locale, { amount, currency });
  return (
    <section aria-label={title}>
      <SectionHead title={title} />
      {totals.length === 0 && <p className="small pt-3 text-ink2">{t('nothing')}</p>}
      {totals.map(({ currency, received, means, kinds, vat }) => {
        const money = sum(currency);
        return (
          <dl key={currency} className="ledger-sums">
            {means
              .filter(({ method }) => !isOpen || method !== 'cash')
              .map(({ method, count, amount }) => (
                <div key={method}>
                  <dt>{t('means', { name: name(method), n: count })}</dt>
                  <dd>{money(amount)}</dd>
                </div>
              ))}
            <div className="strong">
              <dt>{t('received')}</dt>
              <dd>{money(received.in + received.out)}</dd>
            </div>
            {kinds
              .filter(({ kind }) => kind !== 'receipt')
              .map(({ kind, count, amount }) => (
                <div key={kind}>
                  <dt>{t(`kinds.${kind as 'invoice' | 'depositInvoice' | 'creditNote'}`, { n: count })}</dt>
                  <dd>{money(amount)}</dd>
                </div>
              ))}
            {vat.received.map(({ rate, vat: tax }) => (
              <div key={`received ${rate}`}>
                <dt>{t('vatReceived', { rate: formatNumber(locale, rate / 100, 2) })}</dt>
                <dd>{money(tax)}</dd>
              </div>
            ))}
            {vat.invoiced.map(({ rate, vat: tax }) => (
              <div key={`invoiced ${rate}`}>
                <dt>{t('vatInvoiced', { rate: formatNumber(locale, rate / 100, 2) })}</dt>
                <dd>{money(tax)}</dd>
              </div>
            ))}
          </dl>
        );
      })}
      {cash && (
        <dl className="ledger-sums">
          {(['opening', 'expected', 'counted', 'difference', 'left'] as const).map((part) => {
            const amount = cash[part];
            return (
              amount !== undefined && (
                <div key={part}>
                  <dt>{t(`cash.${part}`)}</dt>
                  <dd>{sum(cash.currency)(amount)}</dd>
                </div>
              )
            );
          })}
        </dl>
      )}
      {perpetual.map(({ currency, in: came, out, invoiced, credited }) => (
        <dl key={currency} className="ledger-sums">
          <div>
            <dt>{t('sinceReceived')}</dt>
            <dd>{sum(currency)(came + out)}</dd>
          </div>
          {invoiced !== 0 && (
            <div>
              <dt>{t('sinceInvoiced')}</dt>
              <dd>{sum(currency)(invoiced + credited)}</dd>
            </div>
          )}
        </dl>
      ))}
    </section>
  );
}
