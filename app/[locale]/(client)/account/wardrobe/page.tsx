import { getTranslations } from 'next-intl/server';
import { cardWords } from '@/components/models/card-words';
import { ModelCard } from '@/components/models/model-card';
import { Empty } from '@/components/ui/empty';
import { LinkButton, TextLink } from '@/components/ui/link-button';
import { SectionHead } from '@/components/ui/section-head';
import { ComingRow } from '@/components/wardrobe/coming-row';
import { PieceCard } from '@/components/wardrobe/piece-card';
import { appDatabase } from '@/lib/db/client';
import { getHouse } from '@/lib/house/get-house';
import { inLanguage } from '@/lib/i18n/bilingual';
import { formatDifference } from '@/lib/i18n/format';
import { listFavourites } from '@/lib/models/list-favourites';
import { paths } from '@/lib/paths';
import { getWardrobe } from '@/lib/wardrobe/get-wardrobe';
import { requireClient } from '@/lib/web/page-actor';
import { pageParams, pageTitle } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string }>;
}

/** Models shown of those a client keeps; all of them have a page. */
const WISHES = 4;

export const generateMetadata = pageTitle('account', 'wardrobe.meta');

/** What the house has made for a client, what is on its way, and what they keep for later. */
export default async function WardrobePage({ params }: Props) {
  const { locale } = await pageParams(params);
  const actor = await requireClient(locale, paths.account.wardrobe);
  const db = appDatabase();
  const [t, points, words, { vocabulary }, { pieces, coming }, wishes] = await Promise.all([
    getTranslations({ locale, namespace: 'account.wardrobe' }),
    getTranslations({ locale, namespace: 'measurements.points' }),
    cardWords(locale),
    getHouse(db),
    getWardrobe(db, actor),
    listFavourites(db, actor, { limit: WISHES }),
  ]);
  const em = (text: React.ReactNode) => <em>{text}</em>;
  const garments = new Map(vocabulary.garments.map(({ code, label }) => [code, inLanguage(label, locale)]));
  const most = pieces[0]?.body?.changes[0];
  const grown = most && most.now !== most.before ? most : undefined;
  const point = grown && (grown.code ? points(grown.code) : grown.label);
  const isEmpty = pieces.length + coming.length === 0;
  return (
    <div className="page pt-8 pb-20 lg:pt-12">
      {isEmpty ? (
        <Empty
          level="h1"
          drawing="wardrobe"
          title={t.rich('emptyTitle', { em })}
          action={
            <LinkButton href={paths.models} variant="primary">
              {t('browse')}
            </LinkButton>
          }
        >
          {t('emptyText')}
        </Empty>
      ) : (
        <>
          <h1 className="d2">{t.rich('title', { em })}</h1>
          <p className="lead mt-4 max-w-152">
            {t('lead', { pieces: pieces.length, coming: coming.length })}{' '}
            {grown &&
              point &&
              t('since', {
                point: point.toLocaleLowerCase(locale),
                difference: formatDifference(locale, Math.round((grown.now - grown.before) * 10) / 10),
              })}
          </p>
          <ul className="wardrobe mt-10">
            {pieces.map((piece) => (
              <li key={piece.id}>
                <PieceCard piece={piece} garment={garments.get(piece.garment) ?? ''} locale={locale} />
              </li>
            ))}
            {coming.map((piece) => (
              <li key={piece.id}>
                <ComingRow piece={piece} locale={locale} />
              </li>
            ))}
          </ul>
        </>
      )}
      {wishes.items.length > 0 && (
        <section className="mt-16" aria-labelledby="wishes">
          <SectionHead
            id="wishes"
            title={t('wishes')}
            aside={<TextLink href={paths.account.favourites}>{t('allWishes', { n: wishes.items.length })}</TextLink>}
          />
          <ul className="wardrobe-wishes mt-5">
            {wishes.items.map((model) => (
              <li key={model.id}>
                <ModelCard
                  model={model}
                  {...{ vocabulary, locale, words }}
                  ratio="3 / 4"
                  brief
                  sizes="(min-width: 64rem) 23vw, 40vw"
                />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
