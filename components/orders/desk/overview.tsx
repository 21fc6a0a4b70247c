'use client';

import { Pencil } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { SectionHead } from '@/components/ui/section-head';
import type { OrderDto, OrderEventDto } from '@/lib/orders/answers';
import { AskedFor } from '../asked-for';
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
  const { t, field } = useOrderWords();
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
      <AskedFor
        order={order}
        facts={[
          [field('garment'), garment],
          [t('desk.version'), String(order.revision)],
        ]}
      />
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
