'use client';

import { Clock } from 'lucide-react';
import { useRefusal } from '@/components/form/use-refusal';
import { LinkLikeButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { useToast } from '@/components/ui/toast';
import { useSecondsLeft } from '@/components/ui/use-seconds-left';
import { useTellMove } from '@/lib/http/orders';
import type { OrderDto } from '@/lib/orders/answers';
import { useOfferUndo } from '../use-offer-undo';
import { useOrderWords } from '../use-order-words';

/** A move that nobody outside was told of yet: how long it can be undone, and telling it at once. */
export function UntoldLine({ order, undo }: { order: OrderDto; undo: NonNullable<OrderDto['undo']> }) {
  const { t } = useOrderWords();
  const left = useSecondsLeft(undo.seconds);
  const { putBack } = useOfferUndo();
  const toast = useToast();
  const refusal = useRefusal();
  const tell = useTellMove(order.id);
  const over = left <= 0;
  return (
    <p className="small flex flex-wrap items-center gap-x-4 gap-y-1 text-ink2">
      <span className="inline-flex items-center gap-2.5">
        <Icon of={Clock} size={16} />
        <span className="figures" aria-live="off">
          {over
            ? t('undo.shortly')
            : t(order.clientHasAccount ? 'undo.untold' : 'undo.settles', { name: order.clientName, seconds: left })}
        </span>
      </span>
      {!over && (
        <>
          <LinkLikeButton onPress={() => putBack(order, undo.move)}>{t('undo.verb')}</LinkLikeButton>
          <LinkLikeButton
            onPress={() =>
              tell.mutate(undefined, {
                onSuccess: () => toast({ text: t('undo.told') }),
                onError: (error) => toast({ text: refusal(error).text, error: true }),
              })
            }
          >
            {t('undo.tell')}
          </LinkLikeButton>
        </>
      )}
    </p>
  );
}
