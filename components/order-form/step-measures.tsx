'use client';

import { useLocale, useTranslations } from 'next-intl';
import { ChoiceCard, RadioGroup } from '@/components/ui/radio';
import { SectionHead } from '@/components/ui/section-head';
import { TextField } from '@/components/ui/text-field';
import { isPointCode, type PointCode } from '@/lib/clients/measurement-points';
import type { FormMeasurementSet } from '@/lib/http/order-form';
import { formatDate, formatCentimetres } from '@/lib/i18n/format';
import { type ChangeDraft, MEASURE_CHOICES, type OrderDraft } from './draft';

interface Props {
  draft: OrderDraft;
  change: ChangeDraft;
  newest: FormMeasurementSet | null | undefined;
  /** The one the figure shows. */
  point: PointCode;
  onPoint: (point: PointCode) => void;
}

/** Which measurements the piece is cut from; nothing is taken here, only chosen. */
export function StepMeasures({ draft, change, newest, point, onPoint }: Props) {
  const t = useTranslations('orderForm.measures');
  const locale = useLocale();
  const names = useTranslations('measurements.points');
  const points = Object.entries(newest?.values ?? {}).flatMap(([code, value]) =>
    isPointCode(code) ? [{ code, value }] : [],
  );
  const isChoice = (value: string): value is (typeof MEASURE_CHOICES)[number] =>
    MEASURE_CHOICES.some((one) => one === value);
  return (
    <div className="flex flex-col gap-10">
      <RadioGroup
        label={t('label')}
        layout="cards"
        value={draft.measures || (newest ? 'kept' : 'atelier')}
        onChange={(value) => isChoice(value) && change({ measures: value })}
      >
        <ChoiceCard value="kept" title={t('kept')} disabled={!newest}>
          {newest ? t('keptHelp', { date: formatDate(locale, newest.takenAt), points: points.length }) : t('keptNone')}
        </ChoiceCard>
        <ChoiceCard value="home" title={t('home')}>
          {t('homeHelp')}
        </ChoiceCard>
        <ChoiceCard value="atelier" title={t('atelier')}>
          {t('atelierHelp')}
        </ChoiceCard>
      </RadioGroup>
      {newest && draft.measures !== 'home' && draft.measures !== 'atelier' && (
        <section>
          <SectionHead title={t('setOf', { date: formatDate(locale, newest.takenAt) })} aside={t('unit')} />
          <dl className="small grid gap-x-10 sm:grid-cols-2">
            {points.map(({ code, value }) => (
              <div
                key={code}
                className="flex justify-between gap-4 border-b border-hair py-2.5"
                onPointerEnter={() => onPoint(code)}
              >
                <dt className={code === point ? 'text-ink2 lg:font-[560] lg:text-garance' : 'text-ink2'}>
                  {names(code)}
                </dt>
                <dd className="strong figures">{formatCentimetres(locale, value)}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <TextField
        label={t('silhouette')}
        help={t('silhouetteHelp')}
        value={draft.silhouette}
        onChange={(silhouette) => change({ silhouette })}
        maxLength={290}
      />
    </div>
  );
}
