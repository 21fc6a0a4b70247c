'use client';

import { useTranslations } from 'next-intl';
import { ValueField } from '@/components/form/value-field';
import { COUNT, PERCENT, WHOLE_PERCENT } from '@/lib/number-kinds';
import type { NumberKind } from '@/lib/numbers';
import type { HouseDto } from '@/lib/house/schemas';
import { SectionForm } from './section-form';
import { useHouseForm } from './use-house-form';

/** What a new quote proposes first. */
export function QuotesSection({
  house,
  quoteDefaults,
}: {
  house: HouseDto;
  quoteDefaults: NonNullable<HouseDto['quoteDefaults']>;
}) {
  const t = useTranslations('house.settings');
  const form = useHouseForm('quotes', house, { quoteDefaults });
  const field = (key: keyof typeof quoteDefaults, label: string, unit: string, kind: NumberKind) => (
    <ValueField
      id={`quote-${key}`}
      label={label}
      unit={unit}
      kind={kind}
      needed
      checked={form.dirty}
      value={form.draft.quoteDefaults[key]}
      onChange={(value) => form.set('quoteDefaults', { ...form.draft.quoteDefaults, [key]: value ?? Number.NaN })}
      error={form.errors[`quoteDefaults.${key}`]}
    />
  );
  return (
    <SectionForm id="quotes" title={t('quotes')} help={t('quotesHelp')} house={house} form={form}>
      <div className="grid gap-6 md:grid-cols-3">
        {field('depositPercent', t('deposit'), '%', WHOLE_PERCENT)}
        {field('vatPercent', t('vat'), '%', PERCENT)}
        {field('validDays', t('validDays'), t('daysUnit'), COUNT)}
      </div>
    </SectionForm>
  );
}
