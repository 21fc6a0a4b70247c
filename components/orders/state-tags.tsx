'use client';

import { Pause, Scissors, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Tag } from '@/components/ui/tag';
import type { OrderDto } from '@/lib/orders/answers';

/** A retouche, late and on hold, as tags with their sign and words. */
export function StateTags({ order }: { order: Pick<OrderDto, 'kind' | 'daysLate' | 'onHold'> }) {
  const t = useTranslations('orders.state');
  const retouche = useTranslations('orders.retouche');
  return (
    <>
      {order.kind === 'retouche' && (
        <Tag tone="indigo" icon={Scissors}>
          {retouche('word')}
        </Tag>
      )}
      {order.daysLate !== undefined && (
        <Tag tone="garance" icon={TriangleAlert}>
          {t('late', { days: order.daysLate })}
        </Tag>
      )}
      {order.onHold && (
        <Tag tone="ocre" icon={Pause}>
          {t('onHold')}
        </Tag>
      )}
    </>
  );
}
