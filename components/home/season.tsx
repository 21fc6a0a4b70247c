import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { cardWords } from '@/components/models/card-words';
import { ModelCard } from '@/components/models/model-card';
import { Empty } from '@/components/ui/empty';
import { LinkButton, TextLink } from '@/components/ui/link-button';
import type { Locale } from '@/lib/actor';
import type { Vocabulary } from '@/lib/house/schemas';
import type { ModelDto } from '@/lib/models/schemas';
import { paths } from '@/lib/paths';

interface Props {
  /** Up to five; the most expensive one is shown large. */
  models: readonly ModelDto[];
  total: number;
  vocabulary: Vocabulary;
  /** What stands beside the plates: a client's words, else what the house says of itself. */
  beside: ReactNode;
  locale: Locale;
}

/** One large plate and two small ones; on a phone they are swiped, the next one cut so that one sees there is more. */
export async function Season({ models, total, vocabulary, beside, locale }: Props) {
  const [t, words] = await Promise.all([getTranslations({ locale, namespace: 'home' }), cardWords(locale)]);
  const em = (text: React.ReactNode) => <em>{text}</em>;
  if (models.length === 0)
    return (
      <section className="page mt-20 lg:mt-32">
        <Empty
          drawing="hanger"
          title={t.rich('noModels', { em })}
          action={<LinkButton href={paths.couturiers}>{t('talk')}</LinkButton>}
        >
          {t('noModelsText')}
        </Empty>
      </section>
    );
  const large = models.reduce((best, one) => (one.priceFrom.amount > best.priceFrom.amount ? one : best));
  const small = models.filter((model) => model !== large).slice(0, 2);
  // Each drawing stands here twice, once for a desk and once for a phone: the hidden one is not fetched.
  const card = { vocabulary, locale, words, when: 'seen' } as const;
  return (
    <section className="page mt-20 lg:mt-32" aria-labelledby="season">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <h2 id="season" className="d2 season-title">
          {t.rich('seasonTitle', { em })}
        </h2>
        <TextLink href={paths.models} className="small mb-2">
          {t('allModels', { count: total })}
        </TextLink>
      </div>
      <div className="season-strip mt-6 lg:hidden">
        {[...small.slice(0, 1), large, ...small.slice(1), ...models.filter((one) => one !== large).slice(2)].map(
          (model) => (
            <ModelCard key={model.id} {...card} model={model} ratio="3 / 4" sizes="77vw" />
          ),
        )}
      </div>
      <div className="season mt-9 hidden lg:grid">
        <ModelCard {...card} model={large} brief sizes="48vw" className="season-large" />
        {small.map((model) => (
          <ModelCard key={model.id} {...card} model={model} brief sizes="24vw" className="season-small" />
        ))}
        <div className="season-word">{beside}</div>
      </div>
    </section>
  );
}
