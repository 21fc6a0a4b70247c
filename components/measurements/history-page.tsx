'use client';

import { TriangleAlert } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Empty } from '@/components/ui/empty';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { SectionHead } from '@/components/ui/section-head';
import type { MeasurementSetDto } from '@/lib/clients/measurement-dto';
import { formatDate } from '@/lib/i18n/format';
import { CompareSets } from './compare-sets';
import { MeasureHistory } from './history';

interface Props {
  title: ReactNode;
  crumbs?: ReactNode;
  sets: readonly MeasurementSetDto[];
  takeHref: string;
  takeLabel: string;
}

/** All sets of a person: the curves of every point, and any two sets compared. */
export function MeasurementsPage({ title, crumbs, sets, takeHref, takeLabel }: Props) {
  const t = useTranslations('measurements');
  const locale = useLocale();
  const [last] = sets;
  return (
    <div className="page py-8 md:py-10">
      {crumbs}
      <div className="mt-2 flex flex-wrap items-end justify-between gap-4">
        <div>
          <h1 className="d2">{title}</h1>
          {last && (
            <p className="lead mt-4">
              {t('lastTaken', { date: formatDate(locale, last.takenAt), name: last.takenByName })}
            </p>
          )}
          {last?.outdated && (
            <p className="small mt-2 flex items-center gap-2 text-ocre">
              <Icon of={TriangleAlert} size={16} />
              {t('outdated')}
            </p>
          )}
        </div>
        {last && (
          <LinkButton variant="primary" href={takeHref}>
            {takeLabel}
          </LinkButton>
        )}
      </div>
      {!last ? (
        <div className="mt-10">
          <Empty
            drawing="tape"
            title={t.rich('none', { em: (words) => <em>{words}</em> })}
            action={
              <LinkButton variant="primary" href={takeHref}>
                {takeLabel}
              </LinkButton>
            }
          >
            {t('noneHelp')}
          </Empty>
        </div>
      ) : (
        <div
          className={`mt-10 grid grid-cols-[minmax(0,1fr)] gap-x-16 gap-y-12 ${sets.length > 1 ? 'xl:grid-cols-2' : 'max-w-4xl'}`}
        >
          <section>
            <SectionHead title={t('history')} />
            <MeasureHistory sets={sets} all />
          </section>
          {sets.length > 1 && (
            <section>
              <SectionHead title={t('compare')} />
              <div className="mt-5">
                <CompareSets sets={sets} />
              </div>
            </section>
          )}
        </div>
      )}
    </div>
  );
}
