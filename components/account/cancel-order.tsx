'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useRefusal } from '@/components/form/use-refusal';
import { useTextDraft } from '@/components/form/use-text-draft';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextArea } from '@/components/ui/text-field';
import { useMoveOrder } from '@/lib/http/orders';
import type { OrderDto } from '@/lib/orders/answers';

/** Cancelling asks once, in words, and says what it ends. */
export function CancelOrder({ order }: { order: OrderDto }) {
  const t = useTranslations('account.cancel');
  const refusal = useRefusal();
  const move = useMoveOrder(order.id);
  const [open, setOpen] = useState(false);
  const { value: note, change: setNote, clear } = useTextDraft(`move:${order.id}:cancelled`);
  const close = () => {
    clear();
    setOpen(false);
  };
  return (
    <section className="border-t border-ink pt-4">
      <Button variant="quiet" onPress={() => setOpen(true)}>
        {t('open')}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={t('title')}
        actions={
          <>
            <Button variant="quiet" onPress={close}>
              {t('keep')}
            </Button>
            <Button
              variant="grave"
              busy={move.isPending}
              onPress={() =>
                move.mutate(
                  { to: 'cancelled', version: order.version, ...(note.trim() ? { note: note.trim() } : {}) },
                  { onSuccess: close },
                )
              }
            >
              {t('verb')}
            </Button>
          </>
        }
      >
        <p className="mb-4">{t('text')}</p>
        <TextArea
          label={t('note')}
          rows={3}
          value={note}
          onChange={setNote}
          maxLength={1000}
          error={move.isError ? refusal(move.error).text : undefined}
        />
      </Dialog>
    </section>
  );
}
