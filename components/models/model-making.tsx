import { getTranslations } from 'next-intl/server';
import type { Locale } from '@/lib/actor';
import { inLanguage } from '@/lib/i18n/bilingual';
import { formatNumber } from '@/lib/i18n/format';
import type { ModelDto } from '@/lib/models/schemas';

/** The measurements named first; the others are counted. */
const NAMED = 3;

/** « Ce que la coupe demande »: what the atelier knows of the work. Without notes, the cloths alone. */
export async function ModelMaking({ model, locale }: { model: ModelDto; locale: Locale }) {
  const [t, measurements] = await Promise.all([
    getTranslations({ locale, namespace: 'catalogue' }),
    getTranslations({ locale, namespace: 'measurements' }),
  ]);
  const { making } = model;
  const fabrics = model.fabrics.map((fabric) => inLanguage(fabric.label, locale) || fabric.label.fr);
  const lower = (text: string) => text.slice(0, 1).toLocaleLowerCase(locale) + text.slice(1);
  const number = (value: number) => formatNumber(locale, value, 2);
  const pointName = (code: string) => {
    const key = `points.${code}` as never;
    return measurements.has(key) ? lower(measurements(key)) : code;
  };
  const rows: [string, string][] = making
    ? [
        [
          t('model.making.cloth'),
          t('model.making.clothValue', {
            length: number(making.clothLength / 100),
            width: number(making.clothWidth),
            fabric: lower(fabrics[0] ?? ''),
          }),
        ],
        ...(making.points.length > 0
          ? [
              [
                t('model.making.points'),
                t('model.making.pointsValue', {
                  count: making.points.length,
                  names: making.points.slice(0, NAMED).map(pointName).join(', '),
                }),
              ] as [string, string],
            ]
          : []),
        [t('model.making.toile'), t(making.toile ? 'model.making.toileYes' : 'model.making.toileNo')],
        [
          t('model.making.hours'),
          t('model.making.hoursValue', { hours: number(making.hours), hand: number(making.handHours) }),
        ],
        [t('model.making.care'), inLanguage(making.care, locale) || making.care.fr],
      ]
    : [[t('model.making.fabrics'), fabrics.join(', ')]];
  return (
    <section className="page fact-section" aria-labelledby="making">
      <h2 id="making" className="d3">
        {t.rich('model.makingTitle', { em: (words) => <em>{words}</em> })}
      </h2>
      <dl>
        {rows
          .filter(([, value]) => value)
          .map(([word, value]) => (
            <div key={word} className="fact">
              <dt>{word}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
