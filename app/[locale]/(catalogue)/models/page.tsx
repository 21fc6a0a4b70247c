import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cardWords } from '@/components/models/card-words';
import { CatalogueFilters } from '@/components/models/catalogue-filters';
import { FilterChips } from '@/components/models/filter-chips';
import { ModelCard } from '@/components/models/model-card';
import { PageLinks } from '@/components/models/page-links';
import { Empty } from '@/components/ui/empty';
import { LinkButton } from '@/components/ui/link-button';
import { listCouturiers } from '@/lib/auth/list-couturiers';
import { appDatabase } from '@/lib/db/client';
import { getHouse } from '@/lib/house/get-house';
import { readCatalogueState, type SearchParams } from '@/lib/models/catalogue-query';
import { browseModels } from '@/lib/models/list-models';
import { FIRST_PAGE, pageCount, pageWindow } from '@/lib/models/rules';
import { paths } from '@/lib/paths';
import { alternatesOf } from '@/lib/web/alternates';
import { pageParams } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await pageParams(params);
  const t = await getTranslations({ locale, namespace: 'catalogue' });
  return {
    title: t('title'),
    description: t('intro'),
    alternates: alternatesOf(locale, paths.models),
  };
}

export default async function CataloguePage({ params, searchParams }: Props) {
  const { locale } = await pageParams(params);
  const { filters, page: asked } = readCatalogueState(await searchParams);
  const db = appDatabase();
  const [t, words, house, couturiers, found] = await Promise.all([
    getTranslations({ locale, namespace: 'catalogue' }),
    cardWords(locale),
    getHouse(db),
    listCouturiers(db),
    browseModels(db, null, filters, pageWindow(asked)),
  ]);
  const { total } = found;
  const pages = pageCount(total);
  // An address that is older than the catalogue shows the last page there is.
  const page = Math.min(asked, pages);
  const items = page === asked ? found.items : (await browseModels(db, null, filters, pageWindow(page))).items;
  const { vocabulary, currency } = house;
  const opens = page === 1 && items.length === FIRST_PAGE;
  return (
    <div className="page catalogue">
      <div className="flex flex-wrap items-end justify-between gap-x-16 gap-y-4 pt-6 pb-10 lg:pt-10 lg:pb-14">
        <h1 className="d1 catalogue-title">{t('title')}</h1>
        <p className="small max-w-90 text-ink2">{t('intro')}</p>
      </div>
      <CatalogueFilters {...{ filters, vocabulary, couturiers, currency, locale }} />
      <FilterChips {...{ filters, vocabulary, couturiers, currency, total, locale }} />
      {items.length === 0 ? (
        <Empty
          drawing="loupe"
          title={t.rich('empty.title', { em: (text) => <em>{text}</em> })}
          action={<LinkButton href={paths.account.newOrder}>{t('empty.bespoke')}</LinkButton>}
        >
          {t('empty.loosen')}
        </Empty>
      ) : (
        <div className="model-grid">
          {items.map((model, index) => {
            const large = opens && index === 0;
            return (
              <ModelCard
                key={model.id}
                model={model}
                vocabulary={vocabulary}
                locale={locale}
                words={words}
                level="h2"
                large={large}
                ratio={large ? undefined : '313 / 430'}
                when={index < 3 ? 'first' : undefined}
                sizes={large ? '(min-width: 64rem) 46vw, 100vw' : '(min-width: 64rem) 23vw, 48vw'}
              />
            );
          })}
        </div>
      )}
      <PageLinks filters={filters} page={page} pages={pages} locale={locale} />
    </div>
  );
}
