import { getTranslations } from 'next-intl/server';
import type { Locale } from '@/lib/actor';
import { DAY_MS } from '@/lib/calendar';
import { formatLongDay } from '@/lib/i18n/format';
import { priceWords } from '@/lib/models/labels';
import type { ModelDto } from '@/lib/models/schemas';
import { HonestDay } from './honest-day';

/** « 4 janvier » of « lundi 4 janvier »: a day one may plan with, not an appointment. */
const dayOf = (locale: Locale, date: Date): string => formatLongDay(locale, date).split(' ').slice(1).join(' ');

/** From which price, and by when: the hands of the house say it once the page is there, until then the model's usual time. */
export async function ModelFacts({ model, now, locale }: { model: ModelDto; now: Date; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'catalogue' });
  const ready = new Date(now.getTime() + model.leadTimeDays * DAY_MS);
  return (
    <div className="mt-7 border-b border-hair pb-6">
      <dl className="flex justify-between gap-6">
        <div>
          <dt className="caption">{t('model.priceFrom')}</dt>
          <dd className="model-figure">{priceWords(model, locale)}</dd>
        </div>
        <div className="text-right">
          <dt className="caption">{t('model.readyAround')}</dt>
          <dd className="model-figure">
            <HonestDay
              garment={model.garment}
              couturierId={model.couturierId}
              locale={locale}
              usual={dayOf(locale, ready)}
            />
          </dd>
        </div>
      </dl>
      <p className="caption mt-2">
        {t('model.dateNote', {
          weeks: Math.max(1, Math.round(model.leadTimeDays / 7)),
          fittings: model.making?.fittings ?? 0,
        })}
      </p>
    </div>
  );
}
