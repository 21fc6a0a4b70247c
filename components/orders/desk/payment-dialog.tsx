'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { focusProblem } from '@/components/form/focus-problem';
import { Refusal } from '@/components/form/refusal';
import { Button } from '@/components/ui/button';
import { MoneyField, useSumWords } from '@/components/form/money-field';
import { useRead } from '@/components/form/use-read';
import { useSure } from '@/components/form/use-sure';
import { Dialog } from '@/components/ui/dialog';
import { ChoiceChip, RadioGroup } from '@/components/ui/radio';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import { useToast } from '@/components/ui/toast';
import { useRecordPayment } from '@/lib/http/orders';
import { dayKey } from '@/lib/i18n/format';
import { inUnits, type Money } from '@/lib/money';
import type { OrderDto } from '@/lib/orders/answers';
import { PAYMENT_KINDS, PAYMENT_METHODS, type PaymentKind, type PaymentMethod } from '@/lib/orders/words';
import { useOrderWords } from '../use-order-words';

/** What is usually paid next: the deposit first, then what is left. */
function usual(order: OrderDto): { kind: PaymentKind; amount: Money | undefined } {
  const accepted = order.quotes.find(({ status }) => status === 'accepted');
  if (order.paid.amount === 0 && accepted && accepted.deposit.amount.amount > 0)
    return { kind: 'deposit', amount: accepted.deposit.amount };
  return { kind: 'balance', amount: order.balance && order.balance.amount > 0 ? order.balance : undefined };
}

export function PaymentDialog({ order, onClose }: { order: OrderDto; onClose: () => void }) {
  const { t, money } = useOrderWords();
  const common = useTranslations('common');
  const toast = useToast();
  const record = useRecordPayment(order.id);
  const [kind, setKind] = useState<PaymentKind>(() => usual(order).kind);
  const read = useRead();
  const [typed, setTyped] = useState(() => read.printMoney(usual(order).amount));
  const [method, setMethod] = useState<PaymentMethod>('transfer');
  const [paidAt, setPaidAt] = useState(() => dayKey(new Date()));
  const [checked, setChecked] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  const { currency } = order.paid;
  const amount = read.money(typed, currency);
  const sure = useSure();
  const expected = usual(order).amount ?? order.total;
  const sumWords = useSumWords(currency);
  const farAsked = (units: number) =>
    t('payments.far', { sum: sumWords(units), expected: expected ? money(expected) : '' });
  const send = () => {
    setChecked(true);
    if (
      !amount ||
      amount.amount === 0 ||
      !paidAt ||
      sure.isOpen('amount', inUnits(amount), expected && inUnits(expected))
    )
      return focusProblem(form.current);
    record.mutate(
      { kind, method, paidAt, amount },
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
      <div ref={form} className="grid gap-4">
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
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <MoneyField
            label={t('payments.amountField')}
            currency={currency}
            value={typed}
            onChange={setTyped}
            doubt={sure.doubt('amount', expected && inUnits(expected), farAsked)}
            checked={checked}
            needed
            error={checked && amount?.amount === 0 ? t('payments.amountWrong') : undefined}
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
      <Refusal of={record.error} className="mt-3" />
    </Dialog>
  );
}
