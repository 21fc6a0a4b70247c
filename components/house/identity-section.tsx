'use client';

import { useTranslations } from 'next-intl';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import type { HouseDto } from '@/lib/house/schemas';
import { isLocale, languageName, LOCALES } from '@/lib/i18n/config';
import { SectionForm } from './section-form';
import { useHouseForm } from './use-house-form';

/** What a house is offered to count in. */
export const CURRENCIES = ['EUR', 'CHF', 'GBP', 'USD', 'CAD', 'XOF', 'XAF', 'MAD'] as const;

/**
 * Name, address and how to reach the house.
 * @param currencyFixed there are orders: sums are kept in the currency from then on
 */
export function IdentitySection({ house, currencyFixed }: { house: HouseDto; currencyFixed: boolean }) {
  const t = useTranslations('house.settings');
  const { name, address, phone, email, currency, locale } = house;
  const form = useHouseForm('identity', house, { name, address, phone, email, currency, locale });
  const field = (key: 'name' | 'address' | 'phone' | 'email', autoComplete: string) => (
    <TextField
      id={`house-${key}`}
      label={t(key)}
      autoComplete={autoComplete}
      value={form.draft[key]}
      onChange={(value) => form.set(key, value)}
      error={form.errors[key]}
    />
  );
  const currencies = [...new Set([...CURRENCIES, currency])];
  return (
    <SectionForm id="identity" title={t('identity')} help={t('identityHelp')} house={house} form={form}>
      <div className="grid gap-6 md:grid-cols-2">
        {field('name', 'organization')}
        {field('address', 'street-address')}
        {field('phone', 'tel')}
        {field('email', 'email')}
        <Select
          id="house-currency"
          label={t('currency')}
          value={form.draft.currency}
          disabled={currencyFixed}
          help={currencyFixed ? t('currencyFixed', { currency }) : undefined}
          error={form.errors.currency}
          onChange={(value) => form.set('currency', value)}
          options={currencies.map((code) => ({ id: code, label: code }))}
        />
        <Select
          id="house-locale"
          label={t('locale')}
          value={form.draft.locale}
          onChange={(value) => form.set('locale', isLocale(value) ? value : form.draft.locale)}
          options={LOCALES.map((id) => ({ id, label: languageName(id) }))}
        />
      </div>
    </SectionForm>
  );
}
