'use client';

import * as v from 'valibot';
import { useDraft } from '@/components/form/use-draft';
import { useRead } from '@/components/form/use-read';
import { DAY_MS } from '@/lib/calendar';
import { PERCENT, QUANTITY, WHOLE_PERCENT } from '@/lib/number-kinds';
import { LINE_NATURES } from '@/lib/ledger/words';
import { dayKey } from '@/lib/i18n/format';
import type { OrderDto, QuoteDto } from '@/lib/orders/answers';
import { type RateDefaults, usualRate } from '@/lib/orders/usual-rate';
import { UNITS } from '@/lib/orders/words';

/** What the house usually asks; from its settings. */
export interface QuoteDefaults extends RateDefaults {
  depositPercent: number;
  validDays: number;
}

const line = v.object({
  key: v.number(),
  label: v.string(),
  quantity: v.string(),
  unit: v.picklist(UNITS),
  price: v.string(),
  vat: v.string(),
  /** Absent: what the house says of what is counted so. */
  nature: v.optional(v.picklist(LINE_NATURES)),
});
/** A line as it is typed: numbers are read when it is shown and when it is sent. */
export type QuoteLine = v.InferOutput<typeof line>;

const quoteDraft = v.object({
  lines: v.array(line),
  deposit: v.string(),
  validUntil: v.string(),
  promisedDate: v.string(),
  note: v.string(),
});

/**
 * The next version of a quote while it is written: kept until it is sent or given up.
 * @param base the version it starts from
 */
export function useQuoteDraft(order: OrderDto, base: QuoteDto | undefined, defaults: QuoteDefaults) {
  const { print, printMoney } = useRead();
  const promised = order.promisedDate ?? order.desiredDate;
  const rateOf = (one: Pick<QuoteLine, 'unit' | 'nature'>): string => print(usualRate(defaults, one), PERCENT);
  const emptyLine = (key: number): QuoteLine => ({
    key,
    label: '',
    quantity: '1',
    unit: 'piece',
    price: '',
    vat: rateOf({ unit: 'piece' }),
  });
  const draft = useDraft(`quote:${order.id}:${order.quotes.length + 1}`, quoteDraft, {
    lines: base
      ? base.lines.map((one, key) => ({
          key,
          label: one.label,
          quantity: print(one.quantity, QUANTITY),
          unit: one.unit,
          price: printMoney(one.unitPrice),
          vat: print(one.vatRate, PERCENT),
          nature: one.nature,
        }))
      : [emptyLine(0)],
    deposit: print(base?.deposit.percent ?? defaults.depositPercent, WHOLE_PERCENT),
    validUntil: dayKey(new Date(Date.now() + defaults.validDays * DAY_MS)),
    promisedDate: promised ? dayKey(promised) : '',
    note: '',
  });
  const { change } = draft;
  return {
    ...draft,
    set: (part: Partial<v.InferOutput<typeof quoteDraft>>) => change((before) => ({ ...before, ...part })),
    setLine: (key: number, part: Partial<QuoteLine>) =>
      change((before) => ({
        ...before,
        lines: before.lines.map((one) => (one.key === key ? { ...one, ...part } : one)),
      })),
    /** Another unit or nature brings its own rate, unless another one was typed. */
    setKind: (key: number, part: Pick<Partial<QuoteLine>, 'unit' | 'nature'>) =>
      change((before) => ({
        ...before,
        lines: before.lines.map((one) => {
          if (one.key !== key) return one;
          const next = { ...one, ...part };
          return one.vat === rateOf(one) ? { ...next, vat: rateOf(next) } : next;
        }),
      })),
    tax: defaults.tax,
    addLine: () =>
      change((before) => ({
        ...before,
        lines: [...before.lines, emptyLine(Math.max(-1, ...before.lines.map(({ key }) => key)) + 1)],
      })),
    removeLine: (key: number) =>
      change((before) => ({ ...before, lines: before.lines.filter((one) => one.key !== key) })),
  };
}
export type QuoteDraft = ReturnType<typeof useQuoteDraft>;
