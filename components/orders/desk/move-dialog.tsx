'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Refusal } from '@/components/form/refusal';
import { useTextDraft } from '@/components/form/use-text-draft';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextArea } from '@/components/ui/text-field';
import { endedEarly } from '@/lib/house/stages';
import { useMoveOrder } from '@/lib/http/orders';
import { currentOf } from '@/lib/http/refusal';
import { isBack, isSkip } from '@/lib/orders/rules';
import type { OrderDto } from '@/lib/orders/answers';
import type { Stage } from '@/lib/house/stages';
import { OrderConflict } from '../order-conflict';
import { useOfferUndo } from '../use-offer-undo';
import { useOrderWords } from '../use-order-words';

interface Props {
  order: OrderDto;
  to: Stage;
  onClose: () => void;
  /** « Encaisser d’abord », when a balance is left at the delivery. */
  onPayFirst?: () => void;
}

/** Moves the order: asks why when a stage is skipped, the order is taken back or ends, and says the balance before a delivery. */
export function MoveDialog({ order, to, onClose, onPayFirst }: Props) {
  const { t, money } = useOrderWords();
  const stages = useTranslations('stages.stage');
  const common = useTranslations('common');
  const move = useMoveOrder(order.id);
  const { offer } = useOfferUndo();
  const { value: note, change: setNote, clear } = useTextDraft(`move:${order.id}:${to}`);
  const [missing, setMissing] = useState(false);
  const ends = endedEarly(to);
  const skips = !ends && isSkip(order.stage, to, order.kind);
  const back = isBack(order.stage, to);
  const due = to === 'delivered' && order.balance && order.balance.amount > 0 ? order.balance : undefined;
  const current = currentOf<OrderDto>(move.error);
  const giveUp = () => {
    clear();
    onClose();
  };
  const send = (version: number) => {
    if ((skips || back) && !note.trim()) {
      setMissing(true);
      return;
    }
    move.mutate(
      { to, version, note: note.trim() || undefined, confirm: due ? true : undefined },
      {
        onSuccess: (moved) => {
          giveUp();
          offer(moved);
        },
      },
    );
  };
  const title = due
    ? t('move.dueTitle')
    : ends
      ? t(to === 'cancelled' ? 'move.cancelTitle' : 'move.declineTitle')
      : t(back ? 'move.backTitle' : 'move.title', { stage: stages(to) });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      actions={
        <>
          <Button variant="quiet" onPress={giveUp}>
            {common('cancel')}
          </Button>
          {due && onPayFirst && <Button onPress={onPayFirst}>{t('move.payFirst')}</Button>}
          <Button variant={ends ? 'grave' : 'primary'} busy={move.isPending} onPress={() => send(order.version)}>
            {t(
              due
                ? 'move.deliver'
                : to === 'cancelled'
                  ? 'move.cancelVerb'
                  : to === 'declined'
                    ? 'move.declineVerb'
                    : back
                      ? 'move.backVerb'
                      : 'move.verb',
            )}
          </Button>
        </>
      }
    >
      {due && <p className="mb-4">{t('move.dueText', { amount: money(due) })}</p>}
      {!due && !ends && (
        <p className="mb-4">
          {t(back ? 'move.backText' : skips ? 'move.skipText' : 'move.text', {
            from: stages(order.stage),
            to: stages(to),
          })}
        </p>
      )}
      <TextArea
        label={t(skips || back || ends ? 'move.why' : 'move.note')}
        aside={skips || back ? undefined : common('optional')}
        help={t('move.noteHelp')}
        rows={3}
        value={note}
        onChange={(text) => {
          setNote(text);
          setMissing(false);
        }}
        error={missing ? t('move.whyMissing') : undefined}
      />
      {current ? (
        <OrderConflict
          current={current}
          rows={[{ field: t('move.stage'), theirs: stages(current.stage), mine: stages(to) }]}
          busy={move.isPending}
          onTheirs={giveUp}
          onMine={() => send(current.version)}
        />
      ) : (
        <Refusal
          of={move.error}
          words={{ skip_note_required: t('move.whyMissing'), back_note_required: t('move.whyMissing') }}
          className="mt-3"
        />
      )}
    </Dialog>
  );
}
