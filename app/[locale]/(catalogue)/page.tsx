import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClientWords } from '@/components/couturiers/client-words';
import { CouturierList } from '@/components/couturiers/couturier-list';
import { HomeHero } from '@/components/home/hero';
import { Phases } from '@/components/home/phases';
import { Season } from '@/components/home/season';
import { listCouturiers } from '@/lib/auth/list-couturiers';
import { appDatabase } from '@/lib/db/client';
import { getHouse } from '@/lib/house/get-house';
import { inLanguage } from '@/lib/i18n/bilingual';
import { browseModels } from '@/lib/models/list-models';
import { couturierMoments } from '@/lib/dashboard/couturier-moments';
import { paths } from '@/lib/paths';
import { alternatesOf } from '@/lib/web/alternates';
import { pageParams } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await pageParams(params);
  const t = await getTranslations({ locale, namespace: 'home' });
  return { description: t('lead'), alternates: alternatesOf(locale, paths.home) };
}

/** One plate for the hero, five for the season. */
const SHOWN = { skip: 0, limit: 6 };

export default async function HomePage({ params }: Props) {
  const { locale } = await pageParams(params);
  const db = appDatabase();
  const [t, house, { items, total }, couturiers] = await Promise.all([
    getTranslations({ locale, namespace: 'home' }),
    getHouse(db),
    browseModels(db, null, {}, SHOWN),
    listCouturiers(db),
  ]);
  const [first, ...season] = items;
  const said = house.clientWords[0];
  const moments = await couturierMoments(db, couturiers);
  return (
    <>
      <HomeHero model={first} couturiers={couturiers} vocabulary={house.vocabulary} locale={locale} />
      <section className="page mt-14 lg:mt-0" aria-label={t('path')}>
        <Phases locale={locale} />
      </section>
      <Season
        models={season}
        total={total}
        vocabulary={house.vocabulary}
        beside={said ? <ClientWords said={said} locale={locale} /> : inLanguage(house.texts.about, locale)}
        locale={locale}
      />
      <section className="page mt-24 grid gap-x-6 gap-y-8 lg:mt-36 lg:grid-cols-[4fr_8fr]" aria-labelledby="people">
        <div>
          <h2 id="people" className="d3">
            {t.rich('peopleTitle', { em: (words) => <em>{words}</em> })}
          </h2>
          <p className="smaller mt-5 max-w-64 text-ink2">{t('peopleText')}</p>
        </div>
        <CouturierList couturiers={couturiers} moments={moments} locale={locale} />
      </section>
    </>
  );
}
