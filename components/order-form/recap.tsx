'use client';

import { useLocale, useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/link-button';
import { Plate } from '@/components/ui/plate';
import type { FormModel } from '@/lib/http/order-form';
import { inLanguage } from '@/lib/i18n/bilingual';
import { formatLongDay, formatMoney } from '@/lib/i18n/format';
import { paths } from '@/lib/paths';

/** What stands so far: the drawing, the price it starts from, the day that is possible, and that nothing is engaged. */
export function Recap({
  model,
  title,
  couturier,
  earliest,
}: {
  model: FormModel | undefined;
  title: string;
  couturier: string | undefined;
  /** The first day that holds, once it is known. */
  earliest: string | undefined;
}) {
  const t = useTranslations('orderForm.recap');
  const locale = useLocale();
  const image = model?.images[0];
  return (
    <aside className="lg:sticky lg:top-8 lg:self-start" aria-label={t('label')}>
      {image && (
        <Plate tint={model?.colours[0]?.hex} ratio="400 / 380">
          <img src={`/api/files/${image.id}?w=640`} alt={inLanguage(image.alt, locale)} />
        </Plate>
      )}
      <div className="mt-4 flex items-baseline justify-between gap-4 border-b border-ink pb-4">
        <div>
          <p className="h2">{inLanguage(model?.title, locale) ?? (title || t('bespoke'))}</p>
          {model?.fabrics[0] && <p className="small text-ink2">{inLanguage(model.fabrics[0].label, locale)}</p>}
        </div>
        <TextLink href={paths.models} className="small shrink-0">
          {t('change')}
        </TextLink>
      </div>
      <dl className="small mt-4 flex flex-col gap-2">
        {model && <Row label={t('from')} value={formatMoney(locale, model.priceFrom)} />}
        {earliest && <Row label={t('possible')} value={formatLongDay(locale, earliest)} strong />}
        <Row label={t('couturier')} value={couturier ?? t('houseChooses')} />
      </dl>
      <p className="smaller mt-5 text-ink2">{t('nothingEngaged')}</p>
    </aside>
  );
}

function Row({ label, value, strong = false }: { label: string; value: string; strong?: boolean }) {
  return (
    <div className="flex justify-between gap-4">
      <dt className="text-ink2">{label}</dt>
      <dd className={`figures text-right ${strong ? 'strong' : ''}`}>{value}</dd>
    </div>
  );
}
