'use client';

import { ArrowRight, Lock } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { OrderFiles } from '@/components/orders/order-files';
import { Icon } from '@/components/ui/icon';
import { TextLink } from '@/components/ui/link-button';
import type { FittingRemarkDto, FittingSheetDto } from '@/lib/fittings/schemas';
import { formatCentimetres, formatDifference, formatLongDay, formatTime } from '@/lib/i18n/format';
import { paths } from '@/lib/paths';

/** A fitting as it was written down: each remark with its measure, words, pictures, and the task it became. */
export function FittingSheetView({ sheet }: { sheet: FittingSheetDto }) {
  const t = useTranslations('fittings');
  const points = useTranslations('measurements.points');
  const locale = useLocale();
  const name = (one: FittingRemarkDto) => (one.point ? points(one.point) : (one.label ?? t('remark')));
  return (
    <div className="mt-6 max-w-190">
      <p className="small border-y border-t-ink border-b-hair py-4 text-ink2 first-letter:uppercase">
        {formatLongDay(locale, sheet.createdAt)}, {formatTime(locale, sheet.createdAt)}, {sheet.couturierName}
      </p>
      {sheet.note && <p className="measure mt-6 whitespace-pre-line">{sheet.note}</p>}
      <ul className="mt-4">
        {sheet.remarks.map((one, index) => (
          <li key={index} className="border-b border-hair py-4">
            <p className="flex flex-wrap items-baseline gap-x-5 gap-y-1">
              <span className="strong">{name(one)}</span>
              {one.delta !== undefined && <span className="figures">{formatDifference(locale, one.delta)} cm</span>}
              {sheet.measurementSetId && one.before !== undefined && one.after !== undefined && (
                <span className="figures small inline-flex items-center gap-1.5 text-ink2">
                  {formatCentimetres(locale, one.before)} <Icon of={ArrowRight} size={14} label={t('becomes')} />{' '}
                  {formatCentimetres(locale, one.after)}
                </span>
              )}
              <span className="smaller ml-auto flex items-center gap-4 text-ink2">
                {one.taskId && (
                  <TextLink href={{ pathname: paths.atelier.tasks, query: { task: one.taskId } }}>
                    {t('itsTask')}
                  </TextLink>
                )}
                {one.shared === false && (
                  <span className="inline-flex items-center gap-1.5">
                    <Icon of={Lock} size={14} />
                    {t('ownOnly')}
                  </span>
                )}
              </span>
            </p>
            {one.note && <p className="measure mt-1 whitespace-pre-line text-ink2">{one.note}</p>}
            {one.files.length > 0 && (
              <div className="mt-3">
                <OrderFiles files={one.files} label={t('picturesOf', { about: name(one) })} cool />
              </div>
            )}
          </li>
        ))}
      </ul>
      {sheet.measurementSetId && (
        <p className="small mt-5 text-ink2">
          {t('measured')} <TextLink href={paths.atelier.measurements(sheet.clientId)}>{t('seeMeasures')}</TextLink>
        </p>
      )}
    </div>
  );
}
