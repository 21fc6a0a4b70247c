'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Refusal } from '@/components/form/refusal';
import { Button, LinkLikeButton } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Icon } from '@/components/ui/icon';
import { TextField } from '@/components/ui/text-field';
import { useReversePayment } from '@/lib/http/orders';
import { formatShortDate } from '@/lib/i18n/format';
import type { OrderDto, PaymentDto } from '@/lib/orders/answers';
import { PaperLink, ReceiptLink } from '../paper-link';
import { useOrderWords } from '../use-order-words';

/** What was paid, line by line; a reversed line stays, struck. What is still expected is basted below. */
export function PaymentsSection({ order, onPay }: { order: OrderDto; onPay: () => void }) {
  const { t, locale, money } = useOrderWords();
  const [reversing, setReversing] = useState<PaymentDto | null>(null);
  const expected = order.balance && order.balance.amount > 0 ? order.balance : undefined;
  return (
    <section className="mt-12">
      <div className="flex items-center justify-between gap-4">
        <h2 className="h1">{t('payments.title')}</h2>
        {order.allowed.includes('recordPayment') && (
          <Button size="small" onPress={onPay}>
            <Icon of={Plus} size={16} />
            {t('payments.add')}
          </Button>
        )}
      </div>
      {order.payments.length === 0 && !expected && <p className="small mt-3 text-ink2">{t('payments.none')}</p>}
      <ul className="small figures mt-3">
        {order.payments.map((payment) => (
          <li
            key={payment.n}
            className="grid grid-cols-[92px_1fr_auto] items-baseline gap-x-4 border-b border-hair py-3 md:grid-cols-[110px_1fr_160px_120px_auto]"
          >
            <span className="text-ink2">{formatShortDate(locale, payment.paidAt)}</span>
            <span>
              <span className={payment.reversed ? 'text-ink3 line-through' : ''}>
                {t('payments.line', {
                  kind: t(`payments.kind.${payment.kind}`),
                  method: t(`payments.method.${payment.method}`),
                })}
              </span>
              <span className="block">
                <ReceiptLink orderId={order.id} payment={payment} />
              </span>
            </span>
            <span className="hidden text-ink3 md:block">{payment.recordedBy.name}</span>
            <span className={`text-right ${payment.reversed ? 'text-ink3 line-through' : ''}`}>
              {money({
                ...payment.amount,
                amount: payment.kind === 'refund' ? -payment.amount.amount : payment.amount.amount,
              })}
            </span>
            <span className="smaller col-span-3 md:col-span-1 md:text-right">
              {payment.reversed ? (
                <span className="text-ink3">
                  {t('payments.reversedBy', {
                    name: payment.reversed.by.name,
                    date: formatShortDate(locale, payment.reversed.at),
                  })}
                </span>
              ) : (
                order.allowed.includes('reversePayment') && (
                  <LinkLikeButton onPress={() => setReversing(payment)}>{t('payments.undo')}</LinkLikeButton>
                )
              )}
            </span>
          </li>
        ))}
      </ul>
      {order.payments.length > 0 && (
        <p className="pt-3">
          <PaperLink orderId={order.id} kind="statement" />
        </p>
      )}
      {expected && (
        <>
          <p className="small figures flex justify-between gap-4 py-3">
            <span className="text-ink2">{t('payments.expected')}</span>
            <span className="font-[560]">{money(expected)}</span>
          </p>
          <div className="bati-thin" />
        </>
      )}
      {reversing && <ReverseDialog order={order} payment={reversing} onClose={() => setReversing(null)} />}
    </section>
  );
}

interface ReverseProps {
  order: OrderDto;
  payment: PaymentDto;
  onClose: () => void;
}

function ReverseDialog({ order, payment, onClose }: ReverseProps) {
  const { t, money } = useOrderWords();
  const common = useTranslations('common');
  const reverse = useReversePayment(order.id);
  const [note, setNote] = useState('');
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('payments.reverseTitle')}
      actions={
        <>
          <Button variant="quiet" onPress={onClose}>
            {common('cancel')}
          </Button>
          <Button
            variant="grave"
            busy={reverse.isPending}
            onPress={() => reverse.mutate({ n: payment.n, note: note.trim() || undefined }, { onSuccess: onClose })}
          >
            {t('payments.reverse')}
          </Button>
        </>
      }
    >
      <p className="mb-4">{t('payments.reverseText', { amount: money(payment.amount) })}</p>
      <TextField label={t('payments.reverseNote')} aside={common('optional')} value={note} onChange={setNote} />
      <Refusal of={reverse.error} className="mt-3" />
    </Dialog>
  );
}
