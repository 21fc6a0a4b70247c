'use client';

import { useTranslations } from 'next-intl';
import { useTransferWork, useWork } from '@/lib/http/house';
import { later } from '@/components/ui/later';

const TransferDialog = later(() => import('./transfer-dialog').then((one) => one.TransferDialog));

/** An owner hands over all a couturier has under way: before they leave, or while they are away. */
export function TransferWork({ member, onClose }: { member: { id: string; name: string }; onClose: () => void }) {
  const t = useTranslations('couturiers.transfer.work');
  const { data: work } = useWork(member.id);
  const transfer = useTransferWork(member.id);
  const nothing = work !== undefined && work.orders + work.conversations === 0;
  return (
    <TransferDialog
      title={t('title', { name: member.name })}
      text={!work ? t('counting') : nothing ? t('nothing', { name: member.name }) : t('text', { ...work })}
      from={member.id}
      busy={transfer.isPending}
      disabled={!work || nothing}
      onTransfer={({ couturierId, anywayReason }) => transfer.mutateAsync({ couturierId, anywayReason })}
      done={(name) => t('done', { name })}
      onClose={onClose}
    />
  );
}
