'use client';

import { useTranslations } from 'next-intl';
import { Empty } from '@/components/ui/empty';
import { formatDate, formatCentimetres } from '@/lib/i18n/format';
import { Link } from '@/lib/i18n/routing';
import type { OrderDto } from '@/lib/orders/answers';
import { paths } from '@/lib/paths';
import { useOrderWords } from '../use-order-words';

/** The measurements kept with the order: a copy that later sets do not change. */
export function MeasuresPanel({ order }: { order: OrderDto }) {
  const { t, locale } = useOrderWords();
  const points = useTranslations('measurements.points');
  const snapshot = order.measurementSnapshot;
  const link = (
    <Link href={paths.atelier.measurements(order.clientId)} className="link">
      {t('desk.allMeasures')}
    </Link>
  );
  if (!snapshot)
    return (
      <Empty drawing="tape" title={t('desk.noMeasures')} action={link}>
        {t('desk.noMeasuresHelp')}
      </Empty>
    );
  return (
    <section>
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-3">
        <h2 className="h1">{t('desk.measuredOn', { date: formatDate(locale, snapshot.takenAt) })}</h2>
        <span className="small">{link}</span>
      </div>
      {snapshot.posture && <p className="small mb-3 text-ink2">{snapshot.posture}</p>}
      <dl className="small figures grid gap-x-10 border-t border-ink sm:grid-cols-2">
        {Object.entries(snapshot.values).map(([code, value]) => (
          <div key={code} className="flex justify-between gap-4 border-b border-hair py-2.5">
            <dt className="text-ink2">{points.has(code as 'height') ? points(code as 'height') : code}</dt>
            <dd>{t('desk.cm', { value: formatCentimetres(locale, value) })}</dd>
          </div>
        ))}
        {snapshot.custom.map(({ label, value }) => (
          <div key={label} className="flex justify-between gap-4 border-b border-hair py-2.5">
            <dt className="text-ink2">{label}</dt>
            <dd>{t('desk.cm', { value: formatCentimetres(locale, value) })}</dd>
          </div>
        ))}
      </dl>
      <p className="caption mt-4">{t('desk.frozen', { date: formatDate(locale, snapshot.frozenAt) })}</p>
    </section>
  );
}
