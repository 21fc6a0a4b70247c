'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { focusProblem } from '@/components/form/focus-problem';
import { MoneyField } from '@/components/form/money-field';
import { Refusal } from '@/components/form/refusal';
import { useRead } from '@/components/form/use-read';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/text-field';
import { useToast } from '@/components/ui/toast';
import { useCreditInvoice } from '@/lib/http/orders';
import { grossOf } from '@/lib/ledger/totals';
import type { InvoiceDto, OrderDto } from '@/lib/orders/answers';
import { leftOf } from '@/lib/orders/invoice-rules';
import { useOrderWords } from '../use-order-words';

interface Props {
  order: OrderDto;
  invoice: InvoiceDto;
  onClose: () => void;
}

/** How much of an invoice is taken back, and why; without a sum, all that is left of it. */
export function CreditDialog({ order, invoice, onClose }: Props) {
  const { t, money } = useOrderWords();
  const common = useTranslations('common');
  const errors = useTranslations('errors.fields');
  const toast = useToast();
  const read = useRead();
  const credit = useCreditInvoice(order.id);
  const form = useRef<HTMLDivElement>(null);
  const { currency } = invoice.total;
  const left = { amount: grossOf(leftOf(order.invoices, invoice)), currency };
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const amount = read.money(typed, currency);
  const send = () => {
    setChecked(true);
    if (!reason.trim() || amount === null || amount?.amount === 0) return focusProblem(form.current);
    credit.mutate(
      { number: invoice.number, reason: reason.trim(), ...(amount ? { amount } : {}) },
      {
        onSuccess: () => {
          toast({ text: t('invoices.credited') });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('invoices.creditTitle', { number: invoice.number })}
      actions={
        <>
          <Button variant="quiet" onPress={onClose}>
            {common('cancel')}
          </Button>
          <Button variant="grave" busy={credit.isPending} onPress={send}>
            {t('invoices.makeCredit')}
          </Button>
        </>
      }
    >
      <div ref={form} className="grid gap-4">
        <p>{t('invoices.creditText')}</p>
        <MoneyField
          label={t('invoices.creditAmount')}
          help={t('invoices.creditAmountHelp', { amount: money(left) })}
          emptyWords=""
          currency={currency}
          value={typed}
          onChange={setTyped}
          checked={checked}
        />
        <TextField
          label={t('invoices.creditReason')}
          help={t('invoices.creditReasonHelp')}
          value={reason}
          onChange={setReason}
          error={checked && !reason.trim() ? errors('required') : undefined}
          isRequired
        />
      </div>
      <Refusal of={credit.error} className="mt-3" />
    </Dialog>
  );
}
