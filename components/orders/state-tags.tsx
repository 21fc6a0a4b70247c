'use client';

import { Pause, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Tag } from '@/components/ui/tag';
import type { OrderDto } from '@/lib/orders/answers';

/** Late and on hold, as tags with their sign and words. */
export function StateTags({ order }: { order: Pick<OrderDto, 'daysLate' | 'onHold'> }) {
  const t = useTranslations('orders.state');
  return (
    <>
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
