'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { focusProblem } from '@/components/form/focus-problem';
import { MoneyField } from '@/components/form/money-field';
import { Refusal } from '@/components/form/refusal';
import { useRead } from '@/components/form/use-read';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Radio, RadioGroup } from '@/components/ui/radio';
import { TextField } from '@/components/ui/text-field';
import { useToast } from '@/components/ui/toast';
import { isOver } from '@/lib/house/stages';
import { useIssueInvoice } from '@/lib/http/orders';
import type { OrderDto } from '@/lib/orders/answers';
import { mostDeposit, openDeposits, rateOf } from '@/lib/orders/invoice-rules';
import { useOrderWords } from '../use-order-words';

/** Which invoice, and of a deposit how much; why a line bears no VAT is asked where one does not. */
export function InvoiceDialog({ order, onClose }: { order: OrderDto; onClose: () => void }) {
  const { t, money } = useOrderWords();
  const common = useTranslations('common');
  const toast = useToast();
  const read = useRead();
  const issue = useIssueInvoice(order.id);
  const form = useRef<HTMLDivElement>(null);
  const { currency } = order.paid;
  const most = { amount: mostDeposit(order), currency };
  const quote = order.quotes.find(({ status }) => status === 'accepted');
  const mayDeposit = !isOver(order.stage) && most.amount > 0;
  const [act, setAct] = useState<'deposit' | 'invoice'>(
    mayDeposit && openDeposits(order.invoices).length === 0 ? 'deposit' : 'invoice',
  );
  const asked = quote?.deposit.amount.amount ? quote.deposit.amount : most;
  const [typed, setTyped] = useState(() => read.printMoney(asked.amount > most.amount ? most : asked));
  const [exemption, setExemption] = useState('');
  const [checked, setChecked] = useState(false);
  const rates = quote?.lines.map(rateOf) ?? [];
  const mixed = rates.includes(0) && rates.some((rate) => rate > 0);
  const asksWhy = mixed || (issue.error !== null && rates.includes(0));
  const amount = read.money(typed, currency);
  const send = () => {
    setChecked(true);
    if (act === 'deposit' && (!amount || amount.amount === 0)) return focusProblem(form.current);
    issue.mutate(
      { act, ...(act === 'deposit' && amount ? { amount } : {}), exemption: exemption.trim() || undefined },
      {
        onSuccess: () => {
          toast({ text: t('invoices.made') });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('invoices.issueTitle')}
      actions={
        <>
          <Button variant="quiet" onPress={onClose}>
            {common('cancel')}
          </Button>
          <Button variant="primary" busy={issue.isPending} onPress={send}>
            {t('invoices.make')}
          </Button>
        </>
      }
    >
      <div ref={form} className="grid gap-4">
        <RadioGroup
          label={t('invoices.issueWhat')}
          value={act}
          onChange={(value) => setAct(value === 'deposit' ? 'deposit' : 'invoice')}
          help={act === 'invoice' ? t('invoices.wholeHelp') : undefined}
        >
          <Radio value="deposit" disabled={!mayDeposit}>
            {t('invoices.issueDeposit')}
          </Radio>
          <Radio value="invoice">{t('invoices.issueInvoice')}</Radio>
        </RadioGroup>
        {act === 'deposit' && (
          <MoneyField
            label={t('invoices.depositAmount')}
            help={t('invoices.depositHelp', { amount: money(most) })}
            currency={currency}
            value={typed}
            onChange={setTyped}
            checked={checked}
            needed
          />
        )}
        {asksWhy && (
          <TextField
            label={t('invoices.exemption')}
            help={t('invoices.exemptionHelp')}
            value={exemption}
            onChange={setExemption}
          />
        )}
        <p className="small text-ink2">{t('invoices.forEver')}</p>
      </div>
      <Refusal of={issue.error} className="mt-3" />
    </Dialog>
  );
}
