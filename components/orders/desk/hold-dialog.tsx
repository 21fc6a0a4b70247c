'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import * as v from 'valibot';
import { Refusal } from '@/components/form/refusal';
import { useDraft } from '@/components/form/use-draft';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextArea, TextField } from '@/components/ui/text-field';
import { useHoldOrder } from '@/lib/http/orders';
import type { OrderDto } from '@/lib/orders/answers';

const holdDraft = v.object({ reason: v.string(), until: v.string() });
const NOTHING = { reason: '', until: '' };

/** On hold: a reason the client reads, and a day if one is known. */
export function HoldDialog({ order, onClose }: { order: OrderDto; onClose: () => void }) {
  const t = useTranslations('orders.hold');
  const common = useTranslations('common');
  const hold = useHoldOrder(order.id);
  const { value: draft, change, clear } = useDraft(`hold:${order.id}`, holdDraft, NOTHING);
  const { reason, until } = draft;
  const [missing, setMissing] = useState(false);
  const giveUp = () => {
    clear();
    onClose();
  };
  const send = () => {
    if (!reason.trim()) setMissing(true);
    else
      hold.mutate({ reason: reason.trim(), until: until || undefined, version: order.version }, { onSuccess: giveUp });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title')}
      actions={
        <>
          <Button variant="quiet" onPress={giveUp}>
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
            change({ ...draft, reason: text });
            setMissing(false);
          }}
          error={missing ? t('reasonMissing') : undefined}
        />
        <TextField
          label={t('until')}
          aside={common('optional')}
          type="date"
          value={until}
          onChange={(day) => change({ ...draft, until: day })}
        />
      </div>
      <Refusal of={hold.error} className="mt-3" />
    </Dialog>
  );
}
