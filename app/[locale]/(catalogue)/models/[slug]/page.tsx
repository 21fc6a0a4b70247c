import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ArrowLeft } from 'lucide-react';
import { cache } from 'react';
import { StructuredData } from '@/components/layout/structured-data';
import { ArchivedModel } from '@/components/models/archived-model';
import { CouturierLine } from '@/components/couturiers/couturier-line';
import { cardWords } from '@/components/models/card-words';
import { ModelCard } from '@/components/models/model-card';
import { ModelFacts } from '@/components/models/model-facts';
import { ModelGallery } from '@/components/models/model-gallery';
import { ModelMaking } from '@/components/models/model-making';
import { ModelOrder } from '@/components/models/model-order';
import { Icon } from '@/components/ui/icon';
import { listCouturiers } from '@/lib/auth/list-couturiers';
import { appDatabase } from '@/lib/db/client';
import { fileUrl } from '@/lib/files/rules';
import { getHouse } from '@/lib/house/get-house';
import { inLanguage } from '@/lib/i18n/bilingual';
import { Link } from '@/lib/i18n/routing';
import { publicUrl } from '@/lib/mail/public-url';
import { findArchivedModel, findModel } from '@/lib/models/find-model';
import { labelOf } from '@/lib/models/labels';
import { relatedModels } from '@/lib/models/related-models';
import { modelName } from '@/lib/models/rules';
import type { ModelDto } from '@/lib/models/schemas';
import { structuredData } from '@/lib/models/structured-data';
import { paths } from '@/lib/paths';
import { couturierMoments } from '@/lib/dashboard/couturier-moments';
import { alternatesOf } from '@/lib/web/alternates';
import { orNotFound } from '@/lib/web/or-not-found';
import { pageParams } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string; slug: string }>;
}

/**
 * Read once for the page and its metadata. What was put away says so (the server in front answers 410 for it); everything
 * else that is not published is a true 404, for everybody alike.
 */
const shown = cache(async (slug: string): Promise<{ model: ModelDto; archived: boolean }> => {
  const db = appDatabase();
  const archived = await findArchivedModel(db, slug);
  return archived
    ? { model: archived, archived: true }
    : { model: await orNotFound(findModel(db, null, slug)), archived: false };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await pageParams(params);
  const { model, archived } = await shown(slug);
  if (archived) {
    const t = await getTranslations({ locale, namespace: 'catalogue.archived' });
    return { title: t('meta'), robots: { index: false } };
  }
  const image = model.images[0];
  return {
    title: inLanguage(model.title, locale),
    description: inLanguage(model.description, locale),
    alternates: alternatesOf(locale, paths.model(slug)),
    openGraph: {
      title: modelName(model, locale),
      description: inLanguage(model.description, locale),
      url: `/${locale}${paths.model(slug)}`,
      images: image && [{ url: fileUrl(image.id, 1280), alt: inLanguage(image.alt, locale) }],
    },
    twitter: { card: image ? 'summary_large_image' : 'summary' },
  };
}

export default async function ModelPage({ params }: Props) {
  const { locale, slug } = await pageParams(params);
  const { model, archived } = await shown(slug);
  const db = appDatabase();
  const [t, words, house, couturiers, related] = await Promise.all([
    getTranslations({ locale, namespace: 'catalogue' }),
    cardWords(locale),
    getHouse(db),
    listCouturiers(db),
    relatedModels(db, model, 4),
  ]);
  const { vocabulary } = house;
  if (archived) return <ArchivedModel {...{ model, vocabulary, locale }} related={related.models} />;
  const name = modelName(model, locale);
  const category = labelOf(vocabulary.categories, model.category, locale);
  const couturier = couturiers.find((one) => one.id === model.couturierId);
  const moments = await couturierMoments(db, couturier ? [couturier] : []);
  return (
    <>
      <StructuredData data={structuredData(model, house, locale, publicUrl)} />
      <div className="page model-page">
        <Link href={paths.models} className="model-back" aria-label={t('model.back')}>
          <Icon of={ArrowLeft} />
        </Link>
        <ModelGallery model={model} name={name} locale={locale} />
        <div className="model-words">
          <nav aria-label={t('model.breadcrumb')}>
            <ol className="smaller flex gap-2.5 text-ink2">
              <li className="hidden lg:block">
                <Link href={paths.models} className="foot-word">
                  {t('title')}
                </Link>
                <span aria-hidden="true" className="pl-2.5">
                  /
                </span>
              </li>
              <li>
                <Link href={{ pathname: paths.models, query: { category: model.category } }} className="foot-word">
                  {category}
                </Link>
              </li>
            </ol>
          </nav>
          <h1 className="d1 model-title">{name}</h1>
          <p className="lead mt-5">{inLanguage(model.description, locale) || model.description.fr}</p>
          <ModelFacts model={model} now={new Date()} locale={locale} />
          <ModelOrder model={model} name={name} couturier={couturier} heart={words.heart} locale={locale} />
          {couturier && (
            <CouturierLine
              couturier={couturier}
              moment={moments.get(couturier.id)}
              profile={t('model.profile')}
              locale={locale}
            />
          )}
        </div>
      </div>
      <ModelMaking model={model} locale={locale} />
      {related.models.length > 0 && (
        <section className="page mt-20 lg:mt-28" aria-labelledby="related">
          <h2 id="related" className="d3">
            {t(related.sameHand ? 'model.sameHand' : 'model.sameKind')}
          </h2>
          <div className="model-grid mt-7">
            {related.models.map((one) => (
              <ModelCard
                key={one.id}
                model={one}
                {...{ vocabulary, locale, words }}
                ratio="313 / 398"
                sizes="(min-width: 64rem) 23vw, 48vw"
              />
            ))}
          </div>
        </section>
      )}
    </>
  );
}
