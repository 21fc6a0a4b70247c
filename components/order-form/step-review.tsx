'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { FormModel } from '@/lib/http/order-form';
import { inLanguage } from '@/lib/i18n/bilingual';
import { formatDate } from '@/lib/i18n/format';
import type { OrderDraft } from './draft';
import type { DraftWords } from './to-order';

/** Everything that will be sent, read once more; each block leads back to where it is changed. */
export function StepReview({
  draft,
  words,
  model,
  couturier,
  onGo,
}: {
  draft: OrderDraft;
  words: DraftWords;
  model: FormModel | undefined;
  couturier: string | undefined;
  onGo: (step: number) => void;
}) {
  const t = useTranslations('orderForm.review');
  const locale = useLocale();
  const day = (value: string) => (value ? formatDate(locale, `${value}T12:00:00Z`) : '');
  const extras = [draft.ownFabric && t('ownFabric'), draft.several && t('several'), draft.sample && t('sample')]
    .filter(Boolean)
    .join(', ');
  const blocks: { step: number; title: string; rows: [string, string][] }[] = [
    {
      step: 0,
      title: t('garment'),
      rows: [
        [t('piece'), inLanguage(model?.title, locale) ?? draft.title],
        [t('couturier'), couturier ?? t('houseChooses')],
      ],
    },
    {
      step: 1,
      title: t('project'),
      rows: [
        [t('occasion'), [words.occasion, draft.eventName].filter(Boolean).join(', ')],
        [t('eventDate'), day(draft.eventDate)],
        [t('desiredDate'), day(draft.desiredDate)],
        [t('cloth'), [draft.fabric, draft.colour].filter(Boolean).join(', ')],
        [t('wishes'), extras],
        [t('words'), draft.words],
        [t('references'), draft.references.length > 0 ? t('referenceCount', { count: draft.references.length }) : ''],
      ],
    },
    {
      step: 2,
      title: t('measures'),
      rows: [
        [t('which'), words.measures],
        [t('silhouette'), draft.silhouette],
      ],
    },
  ];
  return (
    <div className="flex flex-col gap-10">
      {blocks.map((block) => (
        <section key={block.step}>
          <div className="flex items-end justify-between border-b border-ink pb-3">
            <h2 className="h1">{block.title}</h2>
            <button type="button" className="link small" onClick={() => onGo(block.step)}>
              {t('change')}
              <span className="sr-only"> {block.title}</span>
            </button>
          </div>
          <dl className="small">
            {block.rows
              .filter(([, value]) => value.trim() !== '')
              .map(([label, value]) => (
                <div key={label} className="grid gap-1 border-b border-hair py-3 sm:grid-cols-[180px_1fr]">
                  <dt className="text-ink2">{label}</dt>
                  <dd className="whitespace-pre-line">{value}</dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
