'use client';

import { Pencil } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { SectionHead } from '@/components/ui/section-head';
import { formatDate } from '@/lib/i18n/format';
import type { OrderDto, OrderEventDto } from '@/lib/orders/schemas';
import { MoneySummary } from '../money-summary';
import { OrderTimeline } from '../order-timeline';
import { useOrderWords } from '../use-order-words';

interface Props {
  order: OrderDto;
  /** The house’s word for what is made. */
  garment: string;
  events: readonly OrderEventDto[];
  viewerId: string;
  onEdit: () => void;
}

/** What was asked for, what it costs, and the last of the thread. */
export function Overview({ order, garment, events, viewerId, onEdit }: Props) {
  const { t, locale, field, option } = useOrderWords();
  const facts: [string, string | undefined][] = [
    [field('garment'), garment],
    ...Object.entries(order.options).map(([name, value]): [string, string] => [
      field(`options.${name}`),
      option(value),
    ]),
    [field('desiredDate'), order.desiredDate && formatDate(locale, order.desiredDate)],
    [t('desk.version'), String(order.revision)],
  ];
  return (
    <>
      <SectionHead
        title={t('desk.asked')}
        aside={
          order.allowed.includes('edit') && (
            <Button size="small" variant="quiet" onPress={onEdit}>
              <Icon of={Pencil} size={16} />
              {t('edit.short')}
            </Button>
          )
        }
      />
      {order.description && <p className="lead mt-4 whitespace-pre-line">{t('quoted', { text: order.description })}</p>}
      <dl className="small mt-4 grid gap-x-10 sm:grid-cols-2">
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name} className="grid grid-cols-[120px_1fr] gap-3 border-b border-hair py-2.5">
                <dt className="text-ink2">{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {order.referenceFileIds.length > 0 && (
        <ul className="mt-5 flex flex-wrap gap-3" aria-label={field('references')}>
          {order.referenceFileIds.map((id, index) => (
            <li key={id}>
              <a href={`/api/files/${id}`} className="plate block h-[168px] w-[132px]">
                <img src={`/api/files/${id}?w=320`} alt={t('desk.reference', { n: index + 1 })} loading="lazy" />
              </a>
            </li>
          ))}
        </ul>
      )}
      {order.total && (
        <div className="mt-8 max-w-[360px]">
          <MoneySummary order={order} />
        </div>
      )}
      <h2 className="h1 mt-12 mb-5">{t('desk.thread')}</h2>
      <OrderTimeline events={events.slice(0, 6)} viewerId={viewerId} />
    </>
  );
}
