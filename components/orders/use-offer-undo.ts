'use client';

import { useTranslations } from 'next-intl';
import { useRefusal } from '@/components/form/use-refusal';
import { useToast } from '@/components/ui/toast';
import { useUndoMove } from '@/lib/http/orders';
import type { OrderDto } from '@/lib/orders/answers';
import { useOrderWords } from './use-order-words';

/** Says that an order was moved, and lets it be put back while nobody was told. */
export function useOfferUndo() {
  const { t } = useOrderWords();
  const stages = useTranslations('stages.stage');
  const toast = useToast();
  const refusal = useRefusal();
  const undo = useUndoMove();
  // Awaited, not called back: the dialog that offered it is gone by then.
  const putBack = ({ id }: OrderDto, move: string) =>
    void undo.mutateAsync({ id, move }).then(
      ({ title, stage }) => toast({ text: t('undo.undone', { title, stage: stages(stage) }) }),
      (error: unknown) => toast({ text: refusal(error).text, error: true }),
    );
  const offer = (order: OrderDto) => {
    const text = t('undo.moved', { title: order.title, stage: stages(order.stage) });
    const { undo: untold } = order;
    if (!untold) return toast({ text });
    toast({
      text,
      seconds: untold.seconds,
      action: { label: t('undo.verb'), onPress: () => putBack(order, untold.move) },
    });
  };
  return { offer, putBack };
}
