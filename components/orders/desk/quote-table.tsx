'use client';

import { DataTable, HeadCell, NumberCell } from '@/components/ui/data-table';
import { Tag } from '@/components/ui/tag';
import { formatNumber, formatShortDate } from '@/lib/i18n/format';
import type { QuoteDto } from '@/lib/orders/answers';
import { useOrderWords } from '../use-order-words';

/** The lines of a quote with their tax, and what they add up to. */
export function QuoteTable({ quote }: { quote: QuoteDto }) {
  const { t, locale, money } = useOrderWords();
  return (
    <>
      <DataTable caption={t('quote.lines')} fold>
        <thead>
          <tr>
            <HeadCell>{t('quote.label')}</HeadCell>
            <HeadCell number>{t('quote.quantity')}</HeadCell>
            <HeadCell number>{t('quote.unitPrice')}</HeadCell>
            <HeadCell number>{t('quote.vat')}</HeadCell>
            <HeadCell number>{t('quote.total')}</HeadCell>
          </tr>
        </thead>
        <tbody>
          {quote.lines.map((line, index) => (
            <tr key={index}>
              <td>
                <span className="flex flex-wrap items-center gap-2">
                  {line.label}
                  {line.changedAt && <Tag>{t('quote.changed', { date: formatShortDate(locale, line.changedAt) })}</Tag>}
                </span>
              </td>
              <NumberCell>{t(`quote.inUnit.${line.unit}`, { n: formatNumber(locale, line.quantity, 3) })}</NumberCell>
              <NumberCell>{money(line.unitPrice)}</NumberCell>
              <NumberCell>
                <span className="text-ink2">
                  {line.vatRate !== undefined && t('quote.percent', { rate: formatNumber(locale, line.vatRate, 2) })}
                </span>
              </NumberCell>
              <NumberCell>{money(line.total)}</NumberCell>
            </tr>
          ))}
        </tbody>
      </DataTable>
      <dl className="small figures mt-5 ml-auto max-w-[320px]">
        {quote.vat.length > 0 && <Sum name={t('quote.net')} value={money(quote.net)} />}
        {quote.vat.map(({ rate, amount }) => (
          <Sum key={rate} name={t('quote.vatRate', { rate: formatNumber(locale, rate, 2) })} value={money(amount)} />
        ))}
        <div className="mt-2 flex items-baseline justify-between gap-4 border-t border-ink pt-2">
          <dt className="h1">{t('quote.total')}</dt>
          <dd className="h1">{money(quote.total)}</dd>
        </div>
      </dl>
    </>
  );
}

const Sum = ({ name, value }: { name: string; value: string }) => (
  <div className="flex justify-between gap-4 py-1">
    <dt className="text-ink2">{name}</dt>
    <dd>{value}</dd>
  </div>
);
