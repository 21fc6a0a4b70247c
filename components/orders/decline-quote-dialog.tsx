'use client';

import { useTranslations } from 'next-intl';
import { Refusal } from '@/components/form/refusal';
import { useTextDraft } from '@/components/form/use-text-draft';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextArea } from '@/components/ui/text-field';
import { useDeclineQuote } from '@/lib/http/orders';
import type { OrderDto } from '@/lib/orders/answers';

interface Props {
  order: OrderDto;
  n: number;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Refusing is asked twice: before any acceptance it ends the order. */
export function DeclineQuoteDialog({ order, n, open, onOpenChange }: Props) {
  const t = useTranslations('orders.quote');
  const common = useTranslations('common');
  const decline = useDeclineQuote(order.id);
  const { value: note, change: setNote, clear } = useTextDraft(`decline:${order.id}:${n}`);
  const close = () => {
    clear();
    onOpenChange(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('declineTitle')}
      actions={
        <>
          <Button variant="quiet" onPress={close}>
            {common('cancel')}
          </Button>
          <Button
            variant="grave"
            busy={decline.isPending}
            onPress={() => void decline.mutateAsync({ n, note: note.trim() || undefined }).then(close, () => undefined)}
          >
            {t('declineVerb')}
          </Button>
        </>
      }
    >
      {order.stage === 'quoted' && <p className="mb-4">{t('declineEnds')}</p>}
      <TextArea label={t('declineNote')} aside={common('optional')} value={note} onChange={setNote} rows={3} />
      <Refusal of={decline.error} className="mt-3" />
    </Dialog>
  );
}
