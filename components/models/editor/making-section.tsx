'use client';

import { useTranslations } from 'next-intl';
import { CheckboxGroup } from 'react-aria-components';
import { Checkbox, Switch } from '@/components/ui/checkbox';
import { ValueField } from '@/components/form/value-field';
import { TextField } from '@/components/ui/text-field';
import { EMPTY_MAKING, type DraftMaking } from '@/lib/models/draft';
import { POINTS } from '@/lib/clients/measurement-points';
import { CLOTH, COUNT, HOURS } from '@/lib/number-kinds';
import type { ModelForm } from './use-model-form';

const NUMBERS = [
  ['clothLength', 'cm', CLOTH],
  ['clothWidth', 'cm', CLOTH],
  ['hours', 'h', HOURS],
  ['handHours', 'h', HOURS],
  ['fittings', undefined, COUNT],
] as const;

/** What the cut asks for: shown on the model's page when it is known. */
export function MakingSection({ form }: { form: ModelForm }) {
  const t = useTranslations('models');
  const points = useTranslations('measurements');
  const { draft, set, errors } = form;
  const { making } = draft;
  const put = (change: Partial<DraftMaking>) => set({ making: { ...(making ?? EMPTY_MAKING), ...change } });
  return (
    <div className="flex flex-col gap-5">
      <Switch isSelected={making !== null} onChange={(on) => set({ making: on ? EMPTY_MAKING : null })}>
        {t('showMaking')}
      </Switch>
      {making && (
        <>
          <div className="grid grid-cols-2 gap-x-6 gap-y-5 md:grid-cols-5">
            {NUMBERS.map(([key, unit, kind]) => (
              <ValueField
                key={key}
                id={`making.${key}`}
                label={t(`fields.${key}`)}
                unit={unit}
                kind={kind}
                value={making[key]}
                onChange={(value) => put({ [key]: value })}
                error={errors[`making.${key}`]}
              />
            ))}
          </div>
          <Checkbox isSelected={making.toile} onChange={(toile) => put({ toile })}>
            {t('fields.toile')}
          </Checkbox>
          <div className="grid gap-x-6 gap-y-5 md:grid-cols-2">
            <TextField
              id="making.care.fr"
              label={t('fields.careFr')}
              value={making.care.fr}
              onChange={(fr) => put({ care: { ...making.care, fr } })}
              error={errors['making.care.fr']}
            />
            <TextField
              id="making.care.en"
              label={t('fields.careEn')}
              value={making.care.en}
              onChange={(en) => put({ care: { ...making.care, en } })}
              error={errors['making.care.en']}
            />
          </div>
          <CheckboxGroup
            aria-label={t('fields.points')}
            value={making.points}
            onChange={(next) => put({ points: next })}
            className="grid gap-x-6 gap-y-2.5 sm:grid-cols-2 lg:grid-cols-3"
          >
            <p className="field-label sm:col-span-2 lg:col-span-3">
              {t('fields.points')} <span className="text-ink3">{t('pointCount', { count: making.points.length })}</span>
            </p>
            {POINTS.map(({ code }) => (
              <Checkbox key={code} value={code}>
                {points(`points.${code}`)}
              </Checkbox>
            ))}
          </CheckboxGroup>
        </>
      )}
    </div>
  );
}
