'use client';

import { useTranslations } from 'next-intl';
import { NumberField } from '@/components/ui/number-field';
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
  const form = useHouseForm(house, { quoteDefaults });
  const field = (key: keyof typeof quoteDefaults, label: string, unit: string) => (
    <NumberField
      id={`quote-${key}`}
      label={label}
      unit={unit}
      value={form.draft.quoteDefaults[key]}
      onChange={(value) => form.set('quoteDefaults', { ...form.draft.quoteDefaults, [key]: value ?? 0 })}
      error={form.errors[`quoteDefaults.${key}`]}
    />
  );
  return (
    <SectionForm id="quotes" title={t('quotes')} help={t('quotesHelp')} house={house} form={form}>
      <div className="grid gap-6 md:grid-cols-3">
        {field('depositPercent', t('deposit'), '%')}
        {field('vatPercent', t('vat'), '%')}
        {field('validDays', t('validDays'), t('daysUnit'))}
      </div>
    </SectionForm>
  );
}
