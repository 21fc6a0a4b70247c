'use client';

import { Pencil } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { SectionHead } from '@/components/ui/section-head';
import { TextLink } from '@/components/ui/link-button';
import { paths } from '@/lib/paths';
import type { OrderDto, OrderEventDto } from '@/lib/orders/answers';
import { DefectList } from '../defect-list';
import { RetoucheList } from '../retouche-list';
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
  const answered = order.defects?.filter(({ answer }) => answer) ?? [];
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
          ...(garment ? ([[field('garment'), garment]] as const) : []),
          [t('desk.version'), String(order.revision)],
        ]}
      />
      {order.piece && (
        <>
          <p className="mt-6">
            <TextLink href={paths.atelier.order(order.piece.id)}>
              {t('retouche.of', { title: order.piece.title })}, <span className="figures">{order.piece.number}</span>
            </TextLink>
          </p>
          {order.piece.defects.length > 0 && (
            <>
              <h2 className="h2 mt-8 mb-3">{t('retouche.said')}</h2>
              <DefectList defects={order.piece.defects} orderHref={paths.atelier.order} />
            </>
          )}
        </>
      )}
      {order.retouches && order.retouches.length > 0 && (
        <>
          <h2 className="h2 mt-8 mb-1">{t('retouche.list')}</h2>
          <RetoucheList retouches={order.retouches} orderHref={paths.atelier.order} />
        </>
      )}
      {answered.length > 0 && (
        <>
          <h2 className="h2 mt-8 mb-3">{t('retouche.said')}</h2>
          <DefectList defects={answered} orderHref={paths.atelier.order} />
        </>
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
