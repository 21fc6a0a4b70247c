'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { NumberField } from '@/components/ui/number-field';
import { ChoiceChip, RadioGroup } from '@/components/ui/radio';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import { useToast } from '@/components/ui/toast';
import { useRecordPayment } from '@/lib/http/orders';
import { dayKey } from '@/lib/i18n/format';
import {
  type OrderDto,
  PAYMENT_KINDS,
  PAYMENT_METHODS,
  type PaymentKind,
  type PaymentMethod,
} from '@/lib/orders/schemas';
import { useProblemText } from '@/components/form/problem-text';
import { useOrderWords } from '../use-order-words';

/** What is usually paid next: the deposit first, then what is left. */
function usual(order: OrderDto): { kind: PaymentKind; amount: number | undefined } {
  const accepted = order.quotes.find(({ status }) => status === 'accepted');
  if (order.paid.amount === 0 && accepted && accepted.deposit.amount.amount > 0)
    return { kind: 'deposit', amount: accepted.deposit.amount.amount / 100 };
  return {
    kind: 'balance',
    amount: order.balance && order.balance.amount > 0 ? order.balance.amount / 100 : undefined,
  };
}

export function PaymentDialog({ order, onClose }: { order: OrderDto; onClose: () => void }) {
  const { t } = useOrderWords();
  const common = useTranslations('common');
  const problem = useProblemText();
  const toast = useToast();
  const record = useRecordPayment(order.id);
  const [kind, setKind] = useState<PaymentKind>(() => usual(order).kind);
  const [amount, setAmount] = useState<number | undefined>(() => usual(order).amount);
  const [method, setMethod] = useState<PaymentMethod>('transfer');
  const [paidAt, setPaidAt] = useState(() => dayKey(new Date()));
  const [checked, setChecked] = useState(false);
  const { currency } = order.paid;
  const cents = Math.round((amount ?? 0) * 100);
  const wrong = !Number.isFinite(cents) || cents <= 0;
  const send = () => {
    setChecked(true);
    if (wrong || !paidAt) return;
    record.mutate(
      { kind, method, paidAt, amount: { amount: cents, currency } },
      {
        onSuccess: () => {
          toast({ text: t('payments.saved') });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('payments.add')}
      actions={
        <>
          <Button variant="quiet" onPress={onClose}>
            {common('cancel')}
          </Button>
          <Button variant="primary" busy={record.isPending} onPress={send}>
            {t('payments.save')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <RadioGroup
          label={t('payments.kindField')}
          layout="row"
          value={kind}
          onChange={(value) => setKind(value as PaymentKind)}
        >
          {PAYMENT_KINDS.map((one) => (
            <ChoiceChip key={one} value={one}>
              {t(`payments.kind.${one}`)}
            </ChoiceChip>
          ))}
        </RadioGroup>
        <div className="grid gap-4 sm:grid-cols-2">
          <NumberField
            label={t('payments.amountField')}
            unit={currency === 'EUR' ? '€' : currency}
            value={amount}
            onChange={setAmount}
            error={checked && wrong ? t('payments.amountWrong') : undefined}
          />
          <TextField label={t('payments.dateField')} type="date" value={paidAt} onChange={setPaidAt} />
        </div>
        <Select
          label={t('payments.methodField')}
          value={method}
          onChange={(value) => setMethod(value as PaymentMethod)}
          options={PAYMENT_METHODS.map((id) => ({ id, label: t(`payments.method.${id}`) }))}
        />
      </div>
      {record.error && (
        <p role="alert" className="smaller mt-3 text-garance">
          {problem(record.error)}
        </p>
      )}
    </Dialog>
  );
}
