import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CouturierList } from '@/components/couturiers/couturier-list';
import { Phases } from '@/components/home/phases';
import { LinkButton } from '@/components/ui/link-button';
import { listCouturiers } from '@/lib/auth/list-couturiers';
import { appDatabase } from '@/lib/db/client';
import { getHouse } from '@/lib/house/get-house';
import { openingRows } from '@/lib/house/opening-rows';
import { inLanguage } from '@/lib/i18n/bilingual';
import { dayKey, formatDate } from '@/lib/i18n/format';
import { paths } from '@/lib/paths';
import { couturierMoments } from '@/lib/dashboard/couturier-moments';
import { alternatesOf } from '@/lib/web/alternates';
import { pageParams } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await pageParams(params);
  const t = await getTranslations({ locale, namespace: 'home' });
  return {
    title: t('house.title'),
    description: t('house.metaDescription'),
    alternates: alternatesOf(locale, paths.house),
  };
}

/** The house itself: what it says of its work, where and when one finds it, who sews there. */
export default async function HousePage({ params }: Props) {
  const { locale } = await pageParams(params);
  const db = appDatabase();
  const [t, house, couturiers] = await Promise.all([
    getTranslations({ locale, namespace: 'home' }),
    getHouse(db),
    listCouturiers(db),
  ]);
  const moments = await couturierMoments(db, couturiers);
  const em = (text: React.ReactNode) => <em>{text}</em>;
  const today = dayKey(new Date());
  const closures = house.closures.filter((closure) => closure.to >= today);
  return (
    <>
      <div className="page grid gap-x-6 gap-y-8 pt-6 lg:grid-cols-[7fr_5fr] lg:pt-12">
        <h1 className="d1">{t('house.title')}</h1>
        <div className="lg:pt-3">
          <p className="lead">{inLanguage(house.texts.about, locale)}</p>
          <p className="mt-8 flex flex-wrap gap-3">
            <LinkButton href={paths.account.appointments} variant="primary" prefetch={false}>
              {t('house.book')}
            </LinkButton>
            <LinkButton href={paths.couturiers}>{t('house.write')}</LinkButton>
          </p>
        </div>
      </div>
      <section className="page fact-section" aria-labelledby="visit">
        <h2 id="visit" className="d3">
          {t.rich('house.visit', { em })}
        </h2>
        <dl>
          {house.address && (
            <div className="fact">
              <dt>{t('house.address')}</dt>
              <dd>{house.address}</dd>
            </div>
          )}
          <div className="fact">
            <dt>{t('house.hours')}</dt>
            <dd>
              <ul>
                {openingRows(house.openingHours, locale).map(({ day, hours }) => (
                  <li key={day} className="figures grid grid-cols-[7rem_1fr] gap-3">
                    <span className="text-ink2">{day}</span>
                    <span>{hours || t('house.closed')}</span>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
          {closures.length > 0 && (
            <div className="fact">
              <dt>{t('house.closures')}</dt>
              <dd>
                <ul>
                  {closures.map((closure) => (
                    <li key={closure.from}>
                      {t('house.closure', {
                        label: inLanguage(closure.label, locale),
                        from: formatDate(locale, `${closure.from}T12:00:00Z`),
                        to: formatDate(locale, `${closure.to}T12:00:00Z`),
                      })}
                    </li>
                  ))}
                </ul>
              </dd>
            </div>
          )}
          {house.phone && (
            <div className="fact">
              <dt>{t('house.phone')}</dt>
              <dd>
                <a href={`tel:${house.phone.replace(/\s/g, '')}`} className="link figures">
                  {house.phone}
                </a>
              </dd>
            </div>
          )}
          {house.email && (
            <div className="fact">
              <dt>{t('house.email')}</dt>
              <dd>
                <a href={`mailto:${house.email}`} className="link">
                  {house.email}
                </a>
              </dd>
            </div>
          )}
        </dl>
      </section>
      <section className="page mt-24 lg:mt-32" aria-labelledby="path">
        <h2 id="path" className="d3 mb-8">
          {t.rich('house.path', { em })}
        </h2>
        <Phases locale={locale} />
      </section>
      <section className="page mt-24 lg:mt-32" aria-labelledby="people">
        <h2 id="people" className="d3 mb-8">
          {t.rich('house.people', { em })}
        </h2>
        <CouturierList couturiers={couturiers} moments={moments} locale={locale} />
      </section>
    </>
  );
}
