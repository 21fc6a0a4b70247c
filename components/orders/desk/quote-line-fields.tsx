'use client';

import { Trash2 } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { MoneyField, useSumWords } from '@/components/form/money-field';
import { NumberField } from '@/components/form/number-field';
import { useRead } from '@/components/form/use-read';
import type { useSure } from '@/components/form/use-sure';
import { IconButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import { currencySign } from '@/lib/money';
import { LINE_NATURES } from '@/lib/ledger/words';
import { PERCENT, QUANTITY } from '@/lib/number-kinds';
import { natureOf } from '@/lib/orders/usual-rate';
import { UNITS } from '@/lib/orders/words';
import type { QuoteDraft, QuoteLine } from './quote-draft';

interface Props {
  draft: QuoteDraft;
  line: QuoteLine;
  index: number;
  currency: string;
  checked: boolean;
  /** Prices far beyond what is usual are asked once. */
  sure: ReturnType<typeof useSure>;
  /** In units of the currency, for one of the line’s own unit. */
  usual: number | undefined;
}

const FOUR = 'md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_minmax(0,2fr)_minmax(0,1fr)]';
const FIVE = 'md:grid-cols-[minmax(0,1fr)_minmax(0,1.1fr)_minmax(0,1.6fr)_minmax(0,1fr)_minmax(0,1.2fr)]';

/** One line of a quote being written: its name over the whole width, its numbers below. */
export function QuoteLineFields({ draft, line, index, currency, checked, sure, usual }: Props) {
  const t = useTranslations('orders');
  const locale = useLocale();
  const read = useRead();
  const sumWords = useSumWords(currency);
  /** The whole line in words: a zero too much is seen there at once. */
  const farAsked = (price: number) => {
    const sum = sumWords(price * (read.number(line.quantity, QUANTITY) ?? 1));
    const label = line.label.trim();
    return label ? t('quote.farLine', { sum, label }) : t('quote.farUnnamed', { sum });
  };
  // What an invoice says of a line is asked where there are invoices.
  const invoices = draft.tax.regime !== 'unsaid';
  const set = (part: Partial<QuoteLine>) => draft.setLine(line.key, part);
  return (
    <li className="grid grid-cols-[minmax(0,1fr)] gap-3 border-b border-hair pb-5">
      <div className="flex items-end gap-3">
        <div className="min-w-0 flex-1">
          <TextField
            label={t('quote.label')}
            value={line.label}
            onChange={(label) => set({ label })}
            error={checked && !line.label.trim() ? t('quote.labelMissing') : undefined}
          />
        </div>
        <IconButton
          label={t('quote.removeLine', { n: index + 1 })}
          isDisabled={draft.value.lines.length === 1}
          onPress={() => draft.removeLine(line.key)}
        >
          <Icon of={Trash2} size={16} />
        </IconButton>
      </div>
      <div className={`grid grid-cols-2 items-start gap-3 ${invoices ? FIVE : FOUR}`}>
        <NumberField
          label={t('quote.quantity')}
          kind={QUANTITY}
          value={line.quantity}
          onChange={(quantity) => set({ quantity })}
          checked={checked}
          needed
        />
        <Select
          label={t('quote.unit')}
          value={line.unit}
          onChange={(unit) => draft.setKind(line.key, { unit: UNITS.find((one) => one === unit) ?? 'piece' })}
          options={UNITS.map((id) => ({ id, label: t(`quote.units.${id}`) }))}
        />
        <MoneyField
          label={t('quote.unitPrice')}
          currency={currency}
          beside={t(`quote.perUnit.${line.unit}`, { sign: currencySign(locale, currency) })}
          doubt={sure.doubt(String(line.key), usual, farAsked)}
          signed
          emptyWords={t('quote.noPrice')}
          value={line.price}
          onChange={(price) => set({ price })}
          checked={checked}
          needed
        />
        <NumberField
          label={t('quote.vat')}
          unit="%"
          kind={PERCENT}
          emptyWords={t('quote.noVat')}
          value={line.vat}
          onChange={(vat) => set({ vat })}
          checked={checked}
        />
        {invoices && (
          <Select
            label={t('quote.nature')}
            value={natureOf(draft.tax, line)}
            onChange={(nature) => draft.setKind(line.key, { nature: LINE_NATURES.find((one) => one === nature) })}
            options={LINE_NATURES.map((id) => ({ id, label: t(`quote.natures.${id}`) }))}
          />
        )}
      </div>
    </li>
  );
}
