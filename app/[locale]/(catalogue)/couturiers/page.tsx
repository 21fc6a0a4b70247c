import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CouturierState } from '@/components/couturiers/couturier-state';
import { Portrait } from '@/components/couturiers/portrait';
import { LinkButton } from '@/components/ui/link-button';
import { listCouturiers } from '@/lib/auth/list-couturiers';
import { appDatabase } from '@/lib/db/client';
import { inLanguage } from '@/lib/i18n/bilingual';
import { Link } from '@/lib/i18n/routing';
import { findPortraits } from '@/lib/models/find-portraits';
import { paths } from '@/lib/paths';
import { couturierMoments } from '@/lib/dashboard/couturier-moments';
import { alternatesOf } from '@/lib/web/alternates';
import { pageParams } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await pageParams(params);
  const t = await getTranslations({ locale, namespace: 'couturiers' });
  return {
    title: t('title'),
    description: t('intro'),
    alternates: alternatesOf(locale, paths.couturiers),
  };
}

export default async function CouturiersPage({ params }: Props) {
  const { locale } = await pageParams(params);
  const db = appDatabase();
  const [t, couturiers] = await Promise.all([getTranslations({ locale, namespace: 'couturiers' }), listCouturiers(db)]);
  const [portraits, moments] = await Promise.all([findPortraits(db, couturiers), couturierMoments(db, couturiers)]);
  return (
    <div className="page">
      <div className="flex flex-wrap items-end justify-between gap-x-16 gap-y-4 pt-6 pb-10 lg:pt-10 lg:pb-14">
        <h1 className="d1 catalogue-title">{t('title')}</h1>
        <p className="small max-w-90 text-ink2">{t('intro')}</p>
      </div>
      <ul>
        {couturiers.map((couturier) => {
          const words = couturier.available ? 'write' : 'leaveWord';
          return (
            <li key={couturier.id} className="person-card">
              <Link href={paths.couturier(couturier.id)} tabIndex={-1} aria-hidden="true" className="block">
                <Portrait
                  fileId={couturier.avatar?.fileId}
                  drawing={portraits.get(couturier.id)}
                  alt=""
                  sizes="(min-width: 48rem) 46vw, 100vw"
                />
              </Link>
              <div>
                <h2>
                  <Link href={paths.couturier(couturier.id)} className="couturier-name">
                    {couturier.name}
                  </Link>
                </h2>
                <p className="small mt-1 text-ink2">{inLanguage(couturier.speciality, locale)}</p>
                <p className="lead mt-4">{inLanguage(couturier.bio, locale)}</p>
                <p className="small mt-5">
                  <CouturierState couturier={couturier} moment={moments.get(couturier.id)} locale={locale} />
                </p>
                <p className="mt-5 flex flex-wrap gap-3">
                  <LinkButton
                    href={{ pathname: paths.account.newConversation, query: { couturierId: couturier.id } }}
                    aria-label={t(`${words}To`, { name: couturier.name })}
                    prefetch={false}
                  >
                    {t(words)}
                  </LinkButton>
                  <LinkButton
                    href={paths.couturier(couturier.id)}
                    variant="quiet"
                    aria-label={t('seeProfile', { name: couturier.name })}
                  >
                    {t('models')}
                  </LinkButton>
                </p>
              </div>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
