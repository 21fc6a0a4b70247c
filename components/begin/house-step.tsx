'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { ValueField } from '@/components/form/value-field';
import { HouseConflict } from '@/components/house/house-conflict';
import { CURRENCIES } from '@/components/house/identity-section';
import type { useHouseForm } from '@/components/house/use-house-form';
import { usePathNames } from '@/components/house/use-path-names';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import { COUNTRY_PRESETS } from '@/lib/house/countries/presets';
import { proposedFeasts } from '@/lib/house/feasts';
import type { HouseDto } from '@/lib/house/schemas';
import { isLocale, languageName, languageTag, LOCALES } from '@/lib/i18n/config';
import { PERCENT } from '@/lib/number-kinds';

type HouseForm = ReturnType<
  typeof useHouseForm<
    'name' | 'address' | 'phone' | 'email' | 'currency' | 'locale' | 'quoteDefaults' | 'feasts' | 'tax'
  >
>;

interface Props {
  house: HouseDto;
  form: HouseForm;
  currencyFixed: boolean;
  onSaved: () => void;
  onLater: () => void;
}

/** The house: its name, where it is, and what its country proposes. */
export function HouseStep({ house, form, currencyFixed, onSaved, onLater }: Props) {
  const t = useTranslations('house.firstSteps');
  const words = useTranslations('house.settings');
  const locale = useLocale();
  const nameOf = usePathNames(house.vocabulary);
  const [country, setCountry] = useState<string | null>(null);
  const { draft, set, errors } = form;
  const countryName = new Intl.DisplayNames(languageTag(locale), { type: 'region' });
  const currencyName = new Intl.DisplayNames(languageTag(locale), { type: 'currency' });
  const choose = (code: string) => {
    const preset = COUNTRY_PRESETS.find((one) => one.country === code);
    if (!preset) return;
    setCountry(code);
    if (!currencyFixed) set('currency', preset.currency);
    set('locale', preset.locale);
    set('quoteDefaults', { ...draft.quoteDefaults, vatPercent: preset.vatPercent });
    set('feasts', proposedFeasts(preset.feasts));
    set('tax', { ...draft.tax, country: code });
  };
  const field = (key: 'name' | 'address' | 'phone' | 'email', autoComplete: string, help?: string) => (
    <TextField
      id={`house-${key}`}
      label={words(key)}
      autoComplete={autoComplete}
      help={help}
      value={draft[key]}
      onChange={(value) => set(key, value)}
      error={errors[key]}
    />
  );
  const mine = Object.fromEntries(Object.entries(draft).filter(([key]) => form.changed.some((one) => one === key)));
  return (
    <form
      method="post"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!form.dirty) onSaved();
        else void form.submit().then((saved) => saved && onSaved());
      }}
    >
      <div className="grid gap-6 md:grid-cols-2">
        {field('name', 'organization', t('nameHelp'))}
        <Select
          id="house-country"
          label={t('country')}
          placeholder={t('chooseCountry')}
          help={t('countryHelp')}
          value={country}
          onChange={choose}
          options={COUNTRY_PRESETS.map(({ country: id }) => ({ id, label: countryName.of(id) ?? id }))}
        />
        <div className="md:col-span-2">{field('address', 'street-address')}</div>
        {field('phone', 'tel')}
        {field('email', 'email')}
        <Select
          id="house-currency"
          label={words('currency')}
          value={draft.currency}
          disabled={currencyFixed}
          help={currencyFixed ? words('currencyFixed', { currency: draft.currency }) : t('currencyHelp')}
          error={errors['currency']}
          onChange={(value) => set('currency', value)}
          options={[...new Set([...CURRENCIES, draft.currency])].map((code) => ({
            id: code,
            label: `${currencyName.of(code) ?? code} (${code})`,
          }))}
        />
        <ValueField
          id="house-vat"
          label={words('vat')}
          unit="%"
          kind={PERCENT}
          needed
          checked={form.dirty}
          help={t('vatHelp')}
          value={draft.quoteDefaults.vatPercent}
          onChange={(value) => set('quoteDefaults', { ...draft.quoteDefaults, vatPercent: value ?? Number.NaN })}
          error={errors['quoteDefaults.vatPercent']}
        />
        <Select
          id="house-locale"
          label={words('locale')}
          value={draft.locale}
          onChange={(value) => set('locale', isLocale(value) ? value : draft.locale)}
          options={LOCALES.map((id) => ({ id, label: languageName(id) }))}
        />
      </div>
      {form.conflict ? (
        <HouseConflict
          current={form.conflict}
          mine={mine}
          nameOf={nameOf}
          busy={form.busy}
          onKeepTheirs={form.cancel}
        />
      ) : (
        <>
          <div className="bati mt-10" />
          <div className="first-foot">
            <Button variant="quiet" onPress={onLater}>
              {t('later')}
            </Button>
            <Button type="submit" variant="primary" busy={form.busy}>
              {t('saveAndGoOn')}
            </Button>
          </div>
        </>
      )}
    </form>
  );
}
