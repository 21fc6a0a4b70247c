'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Radio, RadioGroup } from '@/components/ui/radio';
import { TextArea, TextField } from '@/components/ui/text-field';
import { legalLacks } from '@/lib/house/legal-lacks';
import type { HouseDto, Legal, TaxIdentity } from '@/lib/house/schemas';
import { ADVANCES } from '@/lib/house/words';
import { CONTENT_LOCALES } from '@/lib/i18n/bilingual';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import { SectionForm } from './section-form';
import { useHouseForm } from './use-house-form';

type TextKey = Exclude<keyof Legal, 'advance' | 'ownTerms'>;

interface Props {
  house: HouseDto;
  legal: Legal;
  tax: TaxIdentity;
}

/** What the legal pages and the terms of sale say of the house, with what the law asks and is not said yet. */
export function LegalSection({ house, legal: saved, tax }: Props) {
  const t = useTranslations('house.settings');
  const f = useTranslations('house.settings.legalFields');
  const format = useFormatter();
  const form = useHouseForm('legal', house, { legal: saved });
  const { legal } = form.draft;
  const set = (part: Partial<Legal>) => form.set('legal', { ...legal, ...part });
  const lacks = legalLacks({ ...house, tax, legal });
  const text = (key: TextKey, help?: string) => (
    <TextField
      id={`legal-${key}`}
      label={f(key)}
      help={help}
      value={legal[key]}
      onChange={(value) => set({ [key]: value })}
      error={form.errors[`legal.${key}`]}
    />
  );
  return (
    <SectionForm id="legal" title={t('legal')} help={t('legalHelp')} house={house} form={form}>
      <div className="grid gap-8">
        {lacks.length > 0 && (
          <p className="small text-ocre">{f('lacks', { list: format.list(lacks.map((key) => f(`lack.${key}`))) })}</p>
        )}
        <p className="small flex flex-wrap gap-x-6 gap-y-2">
          {(
            [
              ['notice', paths.legal],
              ['privacy', paths.privacy],
              ['conditions', paths.conditions()],
            ] as const
          ).map(([page, href]) => (
            <Link key={page} className="link" href={href}>
              {f(`pages.${page}`)}
            </Link>
          ))}
        </p>
        {text('director', f('directorHelp'))}
        <fieldset className="grid gap-4">
          <legend className="strong">{f('host')}</legend>
          <p className="small text-ink2">{f('hostHelp')}</p>
          <div className="grid gap-6 md:grid-cols-2">
            {text('hostName')}
            {text('hostPhone')}
          </div>
          {text('hostAddress')}
        </fieldset>
        <fieldset className="grid gap-4">
          <legend className="strong">{f('mediator')}</legend>
          <p className="small text-ink2">{f('mediatorHelp')}</p>
          <div className="grid gap-6 md:grid-cols-2">
            {text('mediatorName')}
            {text('mediatorSite')}
          </div>
          {text('mediatorAddress')}
        </fieldset>
        <RadioGroup
          label={f('advance')}
          help={f('advanceHelp')}
          value={legal.advance}
          onChange={(value) => set({ advance: ADVANCES.find((one) => one === value) ?? legal.advance })}
          error={form.errors['legal.advance']}
        >
          {ADVANCES.map((one) => (
            <Radio key={one} value={one}>
              {f(`advances.${one}`)}
            </Radio>
          ))}
        </RadioGroup>
        <fieldset className="grid gap-4">
          <legend className="strong">{f('ownTerms')}</legend>
          <p className="small text-ink2">{f('ownTermsHelp')}</p>
          {CONTENT_LOCALES.map((language) => (
            <TextArea
              key={language}
              id={`legal-ownTerms-${language}`}
              label={f(`ownTermsIn.${language}`)}
              rows={4}
              value={legal.ownTerms[language]}
              onChange={(value) => set({ ownTerms: { ...legal.ownTerms, [language]: value } })}
              error={form.errors[`legal.ownTerms.${language}`]}
            />
          ))}
        </fieldset>
      </div>
    </SectionForm>
  );
}
