'use client';

import { useTranslations } from 'next-intl';
import { useTransferOrder } from '@/lib/http/orders';
import type { OrderDto } from '@/lib/orders/answers';
import { later } from '@/components/ui/later';

const TransferDialog = later(() => import('./transfer-dialog').then((one) => one.TransferDialog));

/** An owner gives an order to another couturier. */
export function TransferOrder({ order, onClose }: { order: OrderDto; onClose: () => void }) {
  const t = useTranslations('couturiers.transfer.order');
  const transfer = useTransferOrder(order.id);
  return (
    <TransferDialog
      title={t('title', { title: order.title })}
      text={t('text')}
      from={order.couturierId}
      note={`transfer:${order.id}`}
      busy={transfer.isPending}
      onTransfer={(input) => transfer.mutateAsync({ ...input, version: order.version })}
      done={(name) => t('done', { name })}
      onClose={onClose}
    />
  );
}
