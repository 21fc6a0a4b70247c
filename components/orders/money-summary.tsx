'use client';

import type { ReactNode } from 'react';
import { balanceLine } from '@/lib/orders/balance-line';
import type { OrderDto } from '@/lib/orders/answers';
import { formatLongDay, formatShortDate } from '@/lib/i18n/format';
import { PaperLink, ReceiptLink } from './paper-link';
import { useOrderWords } from './use-order-words';

/** What the order costs, what was paid and what is left: derived, never typed. */
export function MoneySummary({ order }: { order: Pick<OrderDto, 'id' | 'total' | 'payments' | 'balance'> }) {
  const { t, locale, money } = useOrderWords();
  if (!order.total) return null;
  const balance = order.balance && balanceLine(order.balance);
  const payments = order.payments.filter((payment) => !payment.reversed);
  return (
    <div className="border-t border-ink pt-3">
      <dl className="small figures">
        <Row name={t(order.balance ? 'money.total' : 'money.estimated')} value={money(order.total)} />
        {payments.map((payment) => (
          <Row
            key={payment.n}
            name={t('money.paid', {
              kind: t(`payments.kind.${payment.kind}`),
              date: formatShortDate(locale, payment.paidAt),
            })}
            title={formatLongDay(locale, payment.paidAt)}
            value={money({
              ...payment.amount,
              amount: payment.kind === 'refund' ? payment.amount.amount : -payment.amount.amount,
            })}
            under={<ReceiptLink orderId={order.id} payment={payment} />}
          />
        ))}
        {balance && (
          <div className="mt-2 flex justify-between gap-4 border-t border-hair pt-2 font-[560]">
            <dt>{t(`money.${balance.words}`)}</dt>
            <dd>{money(balance.amount)}</dd>
          </div>
        )}
      </dl>
      {order.payments.length > 0 && (
        <p className="mt-3">
          <PaperLink orderId={order.id} kind="statement" />
        </p>
      )}
    </div>
  );
}

const Row = ({
  name,
  value,
  title,
  under,
}: Record<'name' | 'value', string> & { title?: string; under?: ReactNode }) => (
  <div className="flex justify-between gap-4 py-0.5">
    <dt className="text-ink2" title={title}>
      {name}
      {under && <span className="block">{under}</span>}
    </dt>
    <dd>{value}</dd>
  </div>
);
