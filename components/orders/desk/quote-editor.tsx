'use client';

import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { NumberField } from '@/components/ui/number-field';
import { Select } from '@/components/ui/select';
import { TextArea, TextField } from '@/components/ui/text-field';
import { useToast } from '@/components/ui/toast';
import { DAY_MS } from '@/lib/calendar';
import { useSendQuote } from '@/lib/http/orders';
import { dayKey } from '@/lib/i18n/format';
import { depositOf, quoteTotals } from '@/lib/orders/rules';
import type { OrderDto, QuoteDto } from '@/lib/orders/schemas';
import { useProblemText } from '@/components/form/problem-text';
import { useOrderWords } from '../use-order-words';
import { type Unit, UNITS } from '@/lib/orders/words';

/** What the house usually asks; from its settings. */
export interface QuoteDefaults {
  depositPercent: number;
  vatPercent: number;
  validDays: number;
}

interface Line {
  key: number;
  label: string;
  quantity: number | undefined;
  unit: Unit;
  price: number | undefined;
  vat: number | undefined;
}

interface Props {
  order: OrderDto;
  /** The version it starts from. */
  base: QuoteDto | undefined;
  defaults: QuoteDefaults;
  onClose: () => void;
}

const good = (value: number | undefined): value is number => value !== undefined && !Number.isNaN(value);

/** Lines, tax, days and deposit; the totals follow while one types, with the house’s own arithmetic. */
export function QuoteEditor({ order, base, defaults, onClose }: Props) {
  const { t, money } = useOrderWords();
  const problem = useProblemText();
  const toast = useToast();
  const send = useSendQuote(order.id);
  const { currency } = order.paid;
  const [next, setNext] = useState(base?.lines.length ?? 1);
  const [lines, setLines] = useState<Line[]>(() =>
    base
      ? base.lines.map((line, key) => ({
          key,
          label: line.label,
          quantity: line.quantity,
          unit: line.unit,
          price: line.unitPrice.amount / 100,
          vat: line.vatRate,
        }))
      : [{ key: 0, label: '', quantity: 1, unit: 'piece', price: undefined, vat: defaults.vatPercent }],
  );
  const [deposit, setDeposit] = useState<number | undefined>(base?.deposit.percent ?? defaults.depositPercent);
  const [validUntil, setValidUntil] = useState(() => dayKey(new Date(Date.now() + defaults.validDays * DAY_MS)));
  const promised = order.promisedDate ?? order.desiredDate;
  const [promisedDate, setPromisedDate] = useState(promised ? dayKey(promised) : '');
  const [note, setNote] = useState('');
  const [checked, setChecked] = useState(false);
  const wrong = (line: Line) => !line.label.trim() || !good(line.quantity) || line.quantity <= 0 || !good(line.price);
  const priced = lines
    .filter((line) => good(line.quantity) && good(line.price))
    .map((line) => ({
      label: line.label.trim(),
      quantity: Math.round((line.quantity ?? 0) * 1000) / 1000,
      unit: line.unit,
      unitPrice: { amount: Math.round((line.price ?? 0) * 100), currency },
      ...(good(line.vat) ? { vatRate: line.vat } : {}),
    }));
  const totals = quoteTotals(priced);
  const set = (key: number, change: Partial<Line>) =>
    setLines(lines.map((line) => (line.key === key ? { ...line, ...change } : line)));
  const submit = () => {
    setChecked(true);
    if (lines.some(wrong) || !good(deposit)) return;
    send.mutate(
      {
        lines: priced,
        validUntil,
        depositPercent: Math.round(deposit),
        promisedDate: promisedDate || undefined,
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
    <section>
      <h2 className="h1">{t('quote.title', { n: order.quotes.length + 1 })}</h2>
      {order.quotes.some(({ status }) => status === 'accepted') && (
        <p className="small mt-2 text-ink2">{t('quote.replaces')}</p>
      )}
      <ol className="mt-4 grid gap-5">
        {lines.map((line, index) => (
          <li
            key={line.key}
            className="grid grid-cols-2 items-end gap-3 border-b border-hair pb-5 md:grid-cols-[minmax(0,1fr)_90px_110px_130px_90px_36px]"
          >
            <div className="col-span-2 md:col-span-1">
              <TextField
                label={t('quote.label')}
                value={line.label}
                onChange={(label) => set(line.key, { label })}
                error={checked && !line.label.trim() ? t('quote.labelMissing') : undefined}
              />
            </div>
            <NumberField
              label={t('quote.quantity')}
              value={line.quantity}
              onChange={(quantity) => set(line.key, { quantity })}
              error={checked && (!good(line.quantity) || line.quantity <= 0) ? t('change.badNumber') : undefined}
            />
            <Select
              label={t('quote.unit')}
              value={line.unit}
              onChange={(unit) => set(line.key, { unit: unit as Unit })}
              options={UNITS.map((id) => ({ id, label: t(`quote.units.${id}`) }))}
            />
            <NumberField
              label={t('quote.unitPrice')}
              unit={currency === 'EUR' ? '€' : currency}
              value={line.price}
              onChange={(price) => set(line.key, { price })}
              error={checked && !good(line.price) ? t('change.badNumber') : undefined}
            />
            <NumberField label={t('quote.vat')} unit="%" value={line.vat} onChange={(vat) => set(line.key, { vat })} />
            <IconButton
              size="small"
              label={t('quote.removeLine', { n: index + 1 })}
              isDisabled={lines.length === 1}
              onPress={() => setLines(lines.filter((one) => one.key !== line.key))}
            >
              <Icon of={Trash2} size={16} />
            </IconButton>
          </li>
        ))}
      </ol>
      <Button
        variant="quiet"
        size="small"
        className="mt-3 -ml-3.5"
        onPress={() => {
          setLines([
            ...lines,
            { key: next, label: '', quantity: 1, unit: 'piece', price: undefined, vat: defaults.vatPercent },
          ]);
          setNext(next + 1);
        }}
      >
        <Icon of={Plus} size={16} />
        {t('quote.addLine')}
      </Button>
      <div className="bati-thin mt-1" />
      <p className="mt-4 flex flex-wrap items-baseline justify-end gap-x-6" aria-live="polite">
        <span className="small text-ink2">
          {t('quote.included')}
          {good(deposit) && deposit > 0
            ? `. ${t('quote.deposit', { percent: deposit, amount: money({ amount: depositOf(totals.total, Math.round(deposit)), currency }) })}`
            : ''}
        </span>
        <span className="h1 figures">{money({ amount: totals.total, currency })}</span>
      </p>
      <div className="mt-6 grid gap-4 sm:grid-cols-3">
        <TextField label={t('quote.validField')} type="date" value={validUntil} onChange={setValidUntil} />
        <NumberField label={t('quote.depositField')} unit="%" value={deposit} onChange={setDeposit} />
        <TextField label={t('quote.promisedField')} type="date" value={promisedDate} onChange={setPromisedDate} />
        <div className="sm:col-span-3">
          <TextArea label={t('quote.noteField')} rows={2} value={note} onChange={setNote} />
        </div>
      </div>
      {send.error && (
        <p role="alert" className="smaller mt-3 text-garance">
          {problem(send.error)}
        </p>
      )}
      <div className="mt-5 flex gap-3">
        <Button variant="primary" busy={send.isPending} busyLabel={t('quote.sending')} onPress={submit}>
          {t('quote.send')}
        </Button>
        <Button variant="quiet" onPress={onClose}>
          {t('quote.cancel')}
        </Button>
      </div>
    </section>
  );
}
