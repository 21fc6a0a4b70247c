import { getTranslations } from 'next-intl/server';
import { cardWords } from '@/components/models/card-words';
import { ModelCard } from '@/components/models/model-card';
import { Empty } from '@/components/ui/empty';
import { LinkButton } from '@/components/ui/link-button';
import { appDatabase } from '@/lib/db/client';
import { getHouse } from '@/lib/house/get-house';
import { listFavourites } from '@/lib/models/list-favourites';
import { paths } from '@/lib/paths';
import { requireClient } from '@/lib/web/page-actor';
import { pageParams, pageTitle } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string }>;
}

export const generateMetadata = pageTitle('catalogue', 'favourites.meta');

/** The wardrobe one dreams of: the models a client keeps, the latest first. */
export default async function FavouritesPage({ params }: Props) {
  const { locale } = await pageParams(params);
  const actor = await requireClient(locale, paths.account.favourites);
  const db = appDatabase();
  const [t, words, { vocabulary }, { items }] = await Promise.all([
    getTranslations({ locale, namespace: 'catalogue' }),
    cardWords(locale),
    getHouse(db),
    listFavourites(db, actor, { limit: 100 }),
  ]);
  const em = (text: React.ReactNode) => <em>{text}</em>;
  return (
    <div className="page pt-8 lg:pt-12">
      {items.length === 0 ? (
        <Empty
          level="h1"
          drawing="heart"
          title={t.rich('favourites.emptyTitle', { em })}
          action={
            <LinkButton href={paths.models} variant="primary">
              {t('favourites.browse')}
            </LinkButton>
          }
        >
          {t('favourites.emptyText')}
        </Empty>
      ) : (
        <>
          <div className="flex flex-wrap items-end justify-between gap-4">
            <h1 className="d2">{t.rich('favourites.title', { em })}</h1>
            <p className="small mb-2 text-ink2">{t('favourites.count', { count: items.length })}</p>
          </div>
          <div className="model-grid mt-8">
            {items.map((model) => (
              <ModelCard
                key={model.id}
                model={model}
                {...{ vocabulary, locale, words }}
                level="h2"
                ratio="313 / 430"
                sizes="(min-width: 64rem) 23vw, 48vw"
              />
            ))}
          </div>
        </>
      )}
    </div>
  );
}
