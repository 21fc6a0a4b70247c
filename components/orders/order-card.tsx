'use client';

import { useLocale, useTranslations } from 'next-intl';
import { endedEarly } from '@/lib/house/stages';
import { formatShortDate } from '@/lib/i18n/format';
import { Link } from '@/lib/i18n/routing';
import { askOf } from '@/lib/orders/asks';
import type { OrderDto } from '@/lib/orders/answers';
import { AskLine } from './ask-line';
import { OrderPlate } from './order-plate';
import { StageWord } from './phase';
import { StageBar } from './stage-bar';
import { StateTags } from './state-tags';

/** An order in a list: the whole card is one link. */
export function OrderCard({ order, href, reader }: { order: OrderDto; href: string; reader: 'client' | 'staff' }) {
  const t = useTranslations('orders.state');
  const locale = useLocale();
  const ask = askOf(order, reader);
  const day = order.deliveredAt ?? order.promisedDate ?? order.desiredDate;
  const over = endedEarly(order.stage);
  return (
    <Link
      href={href}
      className="flex gap-5 border border-hair bg-sheet p-4 text-ink no-underline hover:bg-sunk sm:gap-6"
    >
      <OrderPlate plate={order.plate} width={320} decorative className="h-[148px] w-[88px] flex-none sm:w-[112px]" />
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="flex flex-wrap items-baseline justify-between gap-x-4">
          <span className="caption figures">{order.number}</span>
          {day && !over && (
            <span className="smaller text-ink2">
              {t(order.deliveredAt ? 'deliveredOn' : 'for', { date: formatShortDate(locale, day) })}
            </span>
          )}
        </span>
        <span className={`h2 ${over ? 'text-ink3 line-through' : ''}`}>{order.title}</span>
        <span className="small text-ink2">
          {[reader === 'client' ? order.couturierName : order.clientName, order.occasion].filter(Boolean).join(', ')}
        </span>
        <span className="mt-auto block pt-3">
          {!over && <StageBar stage={order.stage} kind={order.kind} size="compact" />}
        </span>
        <span className="mt-1 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <span className="flex flex-wrap items-center gap-3">
            <StageWord stage={order.stage} />
            <StateTags order={order} />
          </span>
          {ask && <AskLine ask={ask} />}
        </span>
      </span>
    </Link>
  );
}
