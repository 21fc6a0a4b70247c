import { useLocale, useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/link-button';
import type { VatDto } from '@/lib/books/schemas';
import { formatMoney, formatNumber, formatShortDate } from '@/lib/i18n/format';
import { paths } from '@/lib/paths';

/** The VAT of some days by rate, and every entry behind it. */
export function VatTable({ vat }: { vat: VatDto }) {
  const t = useTranslations('ledger.vat');
  const locale = useLocale();
  const percent = (rate: number) => t('percent', { rate: formatNumber(locale, rate / 100, 2) });
  return (
    <div className="vat">
      {vat.sums.length === 0 && <p className="py-8 text-ink2">{t('none')}</p>}
      {vat.sums.map(({ currency, rates, unsaid }) => {
        const money = (amount: number) => formatMoney(locale, { amount, currency });
        return (
          <section key={currency} className="max-w-160">
            <table className="vat-table">
              <thead>
                <tr>
                  <th scope="col">{t('rate')}</th>
                  <th scope="col">{t('base')}</th>
                  <th scope="col">{t('tax')}</th>
                </tr>
              </thead>
              <tbody>
                {rates.map(({ rate, net, vat: tax }) => (
                  <tr key={rate}>
                    <th scope="row">{percent(rate)}</th>
                    <td>{money(net)}</td>
                    <td>{money(tax)}</td>
                  </tr>
                ))}
                <tr className="strong">
                  <th scope="row">{t('all')}</th>
                  <td>{money(rates.reduce((sum, { net }) => sum + net, 0))}</td>
                  <td>{money(rates.reduce((sum, one) => sum + one.vat, 0))}</td>
                </tr>
              </tbody>
            </table>
            {unsaid !== 0 && <p className="small pt-3 text-ocre">{t('unsaid', { amount: money(unsaid) })}</p>}
          </section>
        );
      })}
      {vat.isOpen && <p className="small pt-3 text-ink2">{t('open')}</p>}
      <p className="caption max-w-160 pt-3">{t('rule')}</p>
      {vat.lines.length > 0 && (
        <section aria-labelledby="vat-lines" className="mt-10">
          <h2 id="vat-lines" className="h1 border-b border-ink pb-3">
            {t('lines')}
          </h2>
          <ul>
            {vat.lines.map(({ id, day, cause, client, currency, due, unsaid }) => (
              <li key={id} className="vat-line">
                <span className="small text-ink2">{formatShortDate(locale, `${day}T12:00:00Z`)}</span>
                <TextLink
                  className="justify-self-start"
                  href={{ pathname: paths.atelier.ledger, query: { period: 'all', q: id } }}
                >
                  {id}
                </TextLink>
                <span className="small text-ink2">
                  {t(`cause.${cause}`)}, {client}
                </span>
                <span className="vat-sums">
                  {due.map(({ rate, net, vat: tax }) => (
                    <span key={rate} className="block">
                      {t('line', {
                        rate: formatNumber(locale, rate / 100, 2),
                        net: formatMoney(locale, { amount: net, currency }),
                        tax: formatMoney(locale, { amount: tax, currency }),
                      })}
                    </span>
                  ))}
                  {unsaid !== 0 && (
                    <span className="block text-ocre">{formatMoney(locale, { amount: unsaid, currency })}</span>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
