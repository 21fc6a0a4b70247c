'use client';

import { useLocale, useTranslations } from 'next-intl';
import { ValueField } from '@/components/form/value-field';
import { Checkbox } from '@/components/ui/checkbox';
import { Radio, RadioGroup } from '@/components/ui/radio';
import { Select } from '@/components/ui/select';
import { TextArea, TextField } from '@/components/ui/text-field';
import { COUNTRY_PRESETS, countryTax } from '@/lib/house/countries/presets';
import { type HouseDto, type TaxIdentity } from '@/lib/house/schemas';
import { TAX_REGIMES } from '@/lib/house/words';
import { inLanguage } from '@/lib/i18n/bilingual';
import { languageTag } from '@/lib/i18n/config';
import { LINE_NATURES } from '@/lib/ledger/words';
import { DAYS, PERCENT } from '@/lib/number-kinds';
import { formatNumber, inCapital } from '@/lib/i18n/format';
import { UNITS } from '@/lib/orders/words';
import { SectionForm } from './section-form';
import { useHouseForm } from './use-house-form';

type TextKey = 'registration' | 'vatNumber' | 'legalForm' | 'capital' | 'registry';

/** Who invoices, under which regime, and what every invoice says; what a country asks comes from its file. */
export function TaxSection({ house, tax: saved }: { house: HouseDto; tax: TaxIdentity }) {
  const t = useTranslations('house.settings');
  const f = useTranslations('house.settings.taxFields');
  const orders = useTranslations('orders');
  const locale = useLocale();
  const form = useHouseForm('tax', house, { tax: saved });
  const { tax } = form.draft;
  const set = (part: Partial<TaxIdentity>) => form.set('tax', { ...tax, ...part });
  const error = (key: string) => form.errors[`tax.${key}`];
  const law = countryTax(tax.country);
  const countryName = new Intl.DisplayNames(languageTag(locale), { type: 'region' });
  const text = (key: TextKey, help?: string) => (
    <TextField
      id={`tax-${key}`}
      label={f(key)}
      help={help}
      value={tax[key]}
      onChange={(value) => set({ [key]: value })}
      error={error(key)}
    />
  );
  const late = inLanguage(law?.lateTerms, locale);
  return (
    <SectionForm id="tax" title={t('tax')} help={t('taxHelp')} house={house} form={form}>
      <div className="grid gap-6">
        <RadioGroup
          label={f('regime')}
          help={tax.regime === 'unsaid' ? f('unsaidHelp') : tax.regime === 'exempt' ? f('exemptHelp') : undefined}
          value={tax.regime}
          onChange={(value) => set({ regime: TAX_REGIMES.find((one) => one === value) ?? tax.regime })}
          error={error('regime')}
        >
          {TAX_REGIMES.map((one) => (
            <Radio key={one} value={one}>
              {f(`regimes.${one}`)}
            </Radio>
          ))}
        </RadioGroup>
        <div className="grid gap-6 md:grid-cols-2">
          <Select
            id="tax-country"
            label={f('country')}
            placeholder={f('chooseCountry')}
            value={tax.country || null}
            onChange={(country) => set({ country })}
            error={error('country')}
            options={COUNTRY_PRESETS.map(({ country: id }) => ({ id, label: countryName.of(id) ?? id }))}
          />
          {text('registration', law && f('registrationHelp', { name: law.registration.name }))}
          {tax.regime !== 'exempt' && text('vatNumber')}
          {text('legalForm', f('legalFormHelp'))}
          {text('capital', f('capitalHelp'))}
          {text('registry', f('registryHelp'))}
        </div>
        {tax.regime === 'exempt' && (
          <TextField
            id="tax-exemptMention"
            label={f('exemptMention')}
            help={f('exemptMentionHelp', { words: inLanguage(law?.exempt, locale) ?? f('noMention') })}
            value={tax.exemptMention}
            onChange={(exemptMention) => set({ exemptMention })}
            error={error('exemptMention')}
          />
        )}
        <fieldset className="grid gap-4">
          <legend className="strong">{f('natures')}</legend>
          <p className="small text-ink2">{f('naturesHelp')}</p>
          <div className="grid gap-6 md:grid-cols-3">
            {UNITS.map((unit) => (
              <Select
                key={unit}
                id={`tax-nature-${unit}`}
                label={inCapital(orders(`quote.units.${unit}`))}
                value={tax.natures[unit]}
                onChange={(value) => {
                  const chosen = LINE_NATURES.find((one) => one === value);
                  if (chosen) set({ natures: { ...tax.natures, [unit]: chosen } });
                }}
                options={LINE_NATURES.map((id) => ({ id, label: f(`nature.${id}`) }))}
              />
            ))}
          </div>
        </fieldset>
        {tax.regime !== 'exempt' && (
          <fieldset className="grid gap-4">
            <legend className="strong">{f('rates')}</legend>
            <p className="small text-ink2">
              {f('ratesHelp', { rate: formatNumber(locale, house.quoteDefaults?.vatPercent ?? 0, 2) })}
            </p>
            <div className="grid gap-6 md:grid-cols-3">
              {LINE_NATURES.map((nature) => (
                <ValueField
                  key={nature}
                  id={`tax-rate-${nature}`}
                  label={f(`nature.${nature}`)}
                  unit="%"
                  kind={PERCENT}
                  checked={form.dirty}
                  value={tax.rates[nature]}
                  onChange={(value) => set({ rates: { ...tax.rates, [nature]: value } })}
                  error={error(`rates.${nature}`)}
                />
              ))}
            </div>
          </fieldset>
        )}
        <div className="grid items-start gap-6 md:grid-cols-[2fr_1fr]">
          <TextArea
            id="tax-lateTerms"
            label={f('lateTerms')}
            help={late ? f('lateTermsHelp', { words: late }) : f('lateTermsNone')}
            rows={3}
            value={tax.lateTerms}
            onChange={(lateTerms) => set({ lateTerms })}
            error={error('lateTerms')}
          />
          <ValueField
            id="tax-companyDays"
            label={f('companyDays')}
            help={f('companyDaysHelp')}
            unit={t('daysUnit')}
            kind={DAYS}
            needed
            checked={form.dirty}
            value={tax.companyDays}
            onChange={(value) => set({ companyDays: value ?? Number.NaN })}
            error={error('companyDays')}
          />
        </div>
        <fieldset className="grid gap-3">
          <legend className="strong mb-3">{f('issues')}</legend>
          <Checkbox
            isSelected={tax.issues.deposits}
            onChange={(deposits) => set({ issues: { ...tax.issues, deposits } })}
          >
            {f('issueDeposits')}
          </Checkbox>
          <Checkbox
            isSelected={tax.issues.delivery}
            onChange={(delivery) => set({ issues: { ...tax.issues, delivery } })}
          >
            {f('issueDelivery')}
          </Checkbox>
        </fieldset>
      </div>
    </SectionForm>
  );
}
