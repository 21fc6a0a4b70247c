'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { dayKey, formatShortDate } from '@/lib/i18n/format';
import type { InvoiceDto, OrderDto } from '@/lib/orders/answers';
import { isAnnulled } from '@/lib/orders/invoice-rules';
import { useOrderWords } from './use-order-words';

interface Props {
  order: Pick<OrderDto, 'id' | 'invoices'>;
  /** What may be done with an invoice, beside it. */
  actions?: (invoice: InvoiceDto) => ReactNode;
}

/** The invoices of an order, oldest first, each with its paper and what counters it; one that was countered whole is struck. */
export function InvoiceList({ order, actions }: Props) {
  const { t, locale, money } = useOrderWords();
  const pdf = useTranslations('pdf');
  const { invoices } = order;
  const list = (numbers: readonly string[]) => numbers.join(', ');
  const underOf = (invoice: InvoiceDto): string[] => {
    const counters = invoices.filter(({ refersTo }) => refersTo === invoice.number).map(({ number }) => number);
    const annulled = isAnnulled(invoices, invoice.number);
    return [
      ...(invoice.refersTo ? [t('invoices.on', { number: invoice.refersTo })] : []),
      ...(invoice.takesUp.length > 0 ? [t('invoices.takesUp', { numbers: list(invoice.takesUp) })] : []),
      ...(counters.length > 0
        ? [t(annulled ? 'invoices.annulled' : 'invoices.reduced', { numbers: list(counters) })]
        : []),
      ...(invoice.act !== 'credit' && !annulled && dayKey(invoice.dueAt) !== dayKey(invoice.issuedAt)
        ? [t('invoices.due', { date: formatShortDate(locale, invoice.dueAt) })]
        : []),
    ];
  };
  return (
    <ul className="small figures">
      {invoices.map((invoice) => {
        const struck = isAnnulled(invoices, invoice.number) ? 'text-ink3 line-through' : '';
        const under = underOf(invoice);
        return (
          <li
            key={invoice.number}
            className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 border-b border-hair py-3"
          >
            <span className="min-w-0">
              <span className={struck}>{t(`invoices.act.${invoice.act}`)}</span>{' '}
              <span className="text-ink2">{formatShortDate(locale, invoice.issuedAt)}</span>
              <span className="block">
                <a
                  href={`/api/orders/${order.id}/invoices/${invoice.number}/invoice.pdf`}
                  target="_blank"
                  rel="noreferrer"
                  className="link smaller"
                  aria-label={pdf('invoice.open', { number: invoice.number })}
                >
                  {invoice.number}
                </a>
              </span>
              {under.length > 0 && <span className="smaller block text-ink2">{under.join(', ')}</span>}
            </span>
            <span className="ml-auto flex items-baseline gap-4">
              <span className={`text-right ${struck}`}>{money(invoice.total)}</span>
              {actions && <span className="smaller">{actions(invoice)}</span>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
