'use client';

import { Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { focusProblem } from '@/components/form/focus-problem';
import { NumberField } from '@/components/form/number-field';
import { Refusal } from '@/components/form/refusal';
import { useRead } from '@/components/form/use-read';
import { useSure } from '@/components/form/use-sure';
import { HeldBack } from '@/components/promises/anyway-fields';
import { PromisePanel } from '@/components/promises/promise-panel';
import { useAnyway } from '@/components/promises/use-anyway';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { TextArea, TextField } from '@/components/ui/text-field';
import { useToast } from '@/components/ui/toast';
import { useSendQuote, useUsualPrices } from '@/lib/http/orders';
import { dayKey } from '@/lib/i18n/format';
import { inUnits } from '@/lib/money';
import { PERCENT, QUANTITY, WHOLE_PERCENT } from '@/lib/number-kinds';
import { foldText } from '@/lib/text';
import { depositOf, quoteTotals } from '@/lib/orders/totals';
import type { OrderDto } from '@/lib/orders/answers';
import { useOrderWords } from '../use-order-words';
import type { QuoteDraft, QuoteLine } from './quote-draft';
import { QuoteLineFields } from './quote-line-fields';

interface Props {
  order: OrderDto;
  draft: QuoteDraft;
  /** Somebody asked for it a moment ago: they write at once. */
  asked: boolean;
  onClose: () => void;
}

/** Lines, tax, days and deposit; the totals follow while one types, with the house’s own arithmetic. */
export function QuoteEditor({ order, draft, asked: wanted, onClose }: Props) {
  const { t, money } = useOrderWords();
  const toast = useToast();
  const read = useRead();
  const send = useSendQuote(order.id);
  const { currency } = order.paid;
  const { lines, deposit, validUntil, promisedDate, note } = draft.value;
  const [checked, setChecked] = useState(false);
  const form = useRef<HTMLElement>(null);
  useEffect(() => {
    if (wanted) form.current?.querySelector('input')?.focus();
  }, [wanted]);
  const priced = lines.flatMap((line) => {
    const quantity = read.number(line.quantity, QUANTITY);
    const unitPrice = read.money(line.price, currency, true);
    const vatRate = read.number(line.vat, PERCENT);
    // What cannot be read is left out of the total, and keeps the quote from being sent.
    if (!quantity || !unitPrice || vatRate === null) return [];
    return { label: line.label.trim(), quantity, unit: line.unit, unitPrice, vatRate, nature: line.nature };
  });
  const prices = useUsualPrices();
  const sure = useSure();
  /** What this line cost in an earlier version says more than what others cost. */
  const usualOf = ({ label, unit }: QuoteLine): number | undefined => {
    const name = foldText(label);
    const before = order.quotes.flatMap((quote) => quote.lines).findLast((one) => foldText(one.label) === name);
    const usual = before && before.unit === unit && before.unitPrice.amount > 0 ? before.unitPrice : prices?.[unit];
    return usual?.currency === currency ? inUnits(usual) : undefined;
  };
  const asked = lines.some((line) => {
    const price = read.money(line.price, currency, true);
    return price ? sure.isOpen(String(line.key), inUnits(price), usualOf(line)) : false;
  });
  const promise = {
    orderId: order.id,
    day: promisedDate || undefined,
    eventDay: order.eventDate && dayKey(order.eventDate),
  };
  const anyway = useAnyway(promise);
  const percent = read.number(deposit, WHOLE_PERCENT);
  const complete = priced.length === lines.length && priced.every(({ label }) => label) && typeof percent === 'number';
  const { total } = quoteTotals(priced);
  /** Lines with something written that the sum does not count: it says so, or it would pass for the sum of all. */
  const unread = lines.filter(
    (line) =>
      read.money(line.price, currency, true) === null ||
      (line.price.trim() !== '' && !read.number(line.quantity, QUANTITY)) ||
      read.number(line.vat, PERCENT) === null,
  ).length;
  const submit = () => {
    setChecked(true);
    if (!complete || asked) return focusProblem(form.current);
    send.mutate(
      {
        lines: priced,
        validUntil,
        depositPercent: percent,
        promisedDate: promisedDate || undefined,
        anywayReason: anyway.sent,
        note: note.trim() || undefined,
      },
      {
        onSuccess: () => {
          toast({ text: t('quote.sent') });
          onClose();
        },
      },
    );
  };
  return (
    <section ref={form}>
      <h2 className="h1">{t('quote.title', { n: order.quotes.length + 1 })}</h2>
      {order.quotes.some(({ status }) => status === 'accepted') && (
        <p className="small mt-2 text-ink2">{t('quote.replaces')}</p>
      )}
      <ol className="mt-4 grid grid-cols-[minmax(0,1fr)] gap-5">
        {lines.map((line, index) => (
          <QuoteLineFields
            key={line.key}
            draft={draft}
            line={line}
            index={index}
            currency={currency}
            checked={checked}
            sure={sure}
            usual={usualOf(line)}
          />
        ))}
      </ol>
      <Button variant="quiet" size="small" className="mt-3 -ml-3.5" onPress={draft.addLine}>
        <Icon of={Plus} size={16} />
        {t('quote.addLine')}
      </Button>
      <div className="bati-thin mt-1" />
      <p className="mt-4 flex flex-wrap items-baseline justify-end gap-x-6" aria-live="polite">
        <span className="small text-ink2">
          {t('quote.included')}
          {percent
            ? `. ${t('quote.deposit', { percent, amount: money({ amount: depositOf(total, percent), currency }) })}`
            : ''}
          {unread > 0 && <span className="block text-ocre">{t('quote.unread', { count: unread })}</span>}
        </span>
        <span className="h1 figures">{money({ amount: total, currency })}</span>
      </p>
      <div className="mt-6 grid items-start gap-4 sm:grid-cols-3">
        <TextField
          label={t('quote.validField')}
          type="date"
          value={validUntil}
          onChange={(next) => draft.set({ validUntil: next })}
        />
        <NumberField
          label={t('quote.depositField')}
          unit="%"
          kind={WHOLE_PERCENT}
          value={deposit}
          onChange={(next) => draft.set({ deposit: next })}
          checked={checked}
          needed
        />
        <TextField
          label={t('quote.promisedField')}
          type="date"
          value={promisedDate}
          onChange={(next) => draft.set({ promisedDate: next })}
        />
        <div className="sm:col-span-3">
          <PromisePanel query={promise} onTake={(day) => draft.set({ promisedDate: day })} anyway={anyway} />
        </div>
        <div className="sm:col-span-3">
          <TextArea label={t('quote.noteField')} rows={2} value={note} onChange={(next) => draft.set({ note: next })} />
        </div>
      </div>
      <Refusal of={send.error} className="mt-3" />
      <div className="mt-5 grid gap-4">
        <HeldBack id="quote-held-back" anyway={anyway} />
        <div className="flex gap-3">
          <Button
            variant="primary"
            isDisabled={anyway.heldBack}
            aria-describedby={anyway.heldBack ? 'quote-held-back' : undefined}
            busy={send.isPending}
            busyLabel={t('quote.sending')}
            onPress={submit}
          >
            {t('quote.send')}
          </Button>
          <Button variant="quiet" onPress={onClose}>
            {t('quote.cancel')}
          </Button>
        </div>
      </div>
    </section>
  );
}
