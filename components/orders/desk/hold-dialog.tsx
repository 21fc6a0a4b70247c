'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Refusal } from '@/components/form/refusal';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextArea, TextField } from '@/components/ui/text-field';
import { useHoldOrder } from '@/lib/http/orders';
import type { OrderDto } from '@/lib/orders/schemas';

/** On hold: a reason the client reads, and a day if one is known. */
export function HoldDialog({ order, onClose }: { order: OrderDto; onClose: () => void }) {
  const t = useTranslations('orders.hold');
  const common = useTranslations('common');
  const hold = useHoldOrder(order.id);
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const [missing, setMissing] = useState(false);
  const send = () => {
    if (!reason.trim()) setMissing(true);
    else
      hold.mutate({ reason: reason.trim(), until: until || undefined, version: order.version }, { onSuccess: onClose });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title')}
      actions={
        <>
          <Button variant="quiet" onPress={onClose}>
            {common('cancel')}
          </Button>
          <Button variant="primary" busy={hold.isPending} onPress={send}>
            {t('verb')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <TextArea
          label={t('reason')}
          help={t('reasonHelp')}
          rows={2}
          value={reason}
          onChange={(text) => {
            setReason(text);
            setMissing(false);
          }}
          error={missing ? t('reasonMissing') : undefined}
        />
        <TextField label={t('until')} aside={common('optional')} type="date" value={until} onChange={setUntil} />
      </div>
      <Refusal of={hold.error} className="mt-3" />
    </Dialog>
  );
}
