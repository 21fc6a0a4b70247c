'use client';

import { Lock } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { PhaseGlyph } from '@/components/orders/phase';
import { Icon } from '@/components/ui/icon';
import { ValueField } from '@/components/form/value-field';
import { Select } from '@/components/ui/select';
import { inLanguage } from '@/lib/i18n/bilingual';
import { HOURS } from '@/lib/number-kinds';
import { hoursFor } from '@/lib/house/rules';
import { type HouseDto, type StageHours } from '@/lib/house/schemas';
import { LOCK_STAGES } from '@/lib/house/words';
import { formatNumber } from '@/lib/i18n/format';
import { PATH, PHASES, phaseOf, type PathStage } from '@/lib/house/stages';
import { SectionForm } from './section-form';
import { useHouseForm } from './use-house-form';

const EVERY = 'all';

/** The path of an order as a vertical thread of knots: what each stage asks for, and where the client's hand stops. */
export function StagesSection({
  house,
  stageHours,
  garmentHours,
}: {
  house: HouseDto;
  stageHours: StageHours;
  garmentHours: Record<string, Partial<StageHours>>;
}) {
  const t = useTranslations('house.settings');
  const stages = useTranslations('stages');
  const locale = useLocale();
  const [garment, setGarment] = useState(EVERY);
  const form = useHouseForm('stages', house, { stageHours, garmentHours, lockStage: house.lockStage });
  const { draft } = form;
  const hours = garment === EVERY ? draft.stageHours : hoursFor(draft, garment);
  const total = PATH.reduce((sum, stage) => sum + (Number.isFinite(hours[stage]) ? hours[stage] : 0), 0);

  const change = (stage: PathStage, value: number | undefined) => {
    const typed = value ?? Number.NaN;
    if (garment === EVERY) form.set('stageHours', { ...draft.stageHours, [stage]: typed });
    else
      form.set('garmentHours', {
        ...draft.garmentHours,
        [garment]: { ...draft.garmentHours[garment], [stage]: typed },
      });
  };
  const errorOf = (stage: PathStage) =>
    form.errors[garment === EVERY ? `stageHours.${stage}` : `garmentHours.${garment}.${stage}`];

  return (
    <SectionForm id="stages" title={t('stages')} help={t('stagesHelp')} house={house} form={form}>
      <div className="mb-3 flex flex-wrap items-end justify-between gap-4">
        <div className="w-60">
          <Select
            id="garment"
            label={t('garment')}
            value={garment}
            onChange={setGarment}
            options={[
              { id: EVERY, label: t('everyGarment') },
              ...house.vocabulary.garments.map(({ code, label }) => ({ id: code, label: inLanguage(label, locale) })),
            ]}
          />
        </div>
        <p className="small figures">{t('total', { hours: `${formatNumber(locale, total, 2)}\u00a0h` })}</p>
      </div>
      <ol className="border-t border-ink">
        {PATH.map((stage) => {
          const phase = phaseOf(stage);
          const opens = phase && PHASES[phase][0] === stage;
          const locked = draft.lockStage === stage;
          return (
            <li key={stage} className="stage-knot" data-lock={locked || undefined}>
              <span className="w-4">{opens && <PhaseGlyph phase={phase} size={12} />}</span>
              <span className="flex-1">
                <span className={opens ? 'strong' : undefined}>{stages(`stage.${stage}`)}</span>
                {locked && (
                  <span className="smaller flex items-center gap-2 text-ink2">
                    <Icon of={Lock} size={14} />
                    {t('lock')}
                  </span>
                )}
              </span>
              <span className="stage-hours">
                <ValueField
                  label={t('hoursOf', { stage: stages(`stage.${stage}`) })}
                  unit="h"
                  kind={HOURS}
                  needed
                  checked={form.dirty}
                  value={hours[stage]}
                  onChange={(value) => change(stage, value)}
                  error={errorOf(stage)}
                />
              </span>
            </li>
          );
        })}
      </ol>
      <div className="mt-6 max-w-80">
        <Select
          id="lockStage"
          label={t('lockStage')}
          help={t('lockHelp')}
          value={draft.lockStage}
          onChange={(value) => {
            const stage = LOCK_STAGES.find((one) => one === value);
            if (stage) form.set('lockStage', stage);
          }}
          options={LOCK_STAGES.map((stage) => ({ id: stage, label: stages(`stage.${stage}`) }))}
        />
      </div>
    </SectionForm>
  );
}
