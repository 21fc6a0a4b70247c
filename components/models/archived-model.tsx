import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/link-button';
import type { Locale } from '@/lib/actor';
import type { Vocabulary } from '@/lib/house/schemas';
import type { ModelDto } from '@/lib/models/schemas';
import { modelName } from '@/lib/models/rules';
import { paths } from '@/lib/paths';
import { cardWords } from './card-words';
import { ModelCard } from './model-card';

interface Props {
  /** The model that is put away; its drawings are not public any more. */
  model: ModelDto;
  related: readonly ModelDto[];
  vocabulary: Pick<Vocabulary, 'categories'>;
  locale: Locale;
}

/** A model that the house has put away: says so, and shows what comes nearest to it. */
export async function ArchivedModel({ model, related, vocabulary, locale }: Props) {
  const [t, words] = await Promise.all([
    getTranslations({ locale, namespace: 'catalogue.archived' }),
    cardWords(locale),
  ]);
  return (
    <div className="page py-16 lg:py-24">
      <h1 className="d2">{t.rich('title', { name: modelName(model, locale), em: (text) => <em>{text}</em> })}</h1>
      <p className="mt-5 max-w-prose text-ink2">{related.length > 0 ? t('near') : t('text')}</p>
      {related.length > 0 && (
        <div className="model-grid mt-10">
          {related.map((one) => (
            <ModelCard
              key={one.id}
              model={one}
              {...{ vocabulary, locale, words }}
              level="h2"
              ratio="313 / 398"
              sizes="(min-width: 64rem) 23vw, 48vw"
            />
          ))}
        </div>
      )}
      <div className="mt-10 flex flex-wrap gap-3">
        <LinkButton href={paths.models} variant="primary">
          {t('models')}
        </LinkButton>
        <LinkButton href={paths.account.newOrder} variant="quiet" prefetch={false}>
          {t('bespoke')}
        </LinkButton>
      </div>
    </div>
  );
}
