import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { TextPage } from '@/components/layout/text-page';
import { legalFacts } from '@/lib/web/house-card';
import { Link } from '@/lib/i18n/navigation';
import { noticeSections } from '@/lib/house/legal-pages';
import { paths } from '@/lib/paths';
import { alternatesOf } from '@/lib/web/alternates';
import { pageParams } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await pageParams(params);
  const t = await getTranslations({ locale, namespace: 'legal' });
  return { title: t('notice.meta'), alternates: alternatesOf(locale, paths.legal) };
}

export default async function LegalPage({ params }: Props) {
  const { locale } = await pageParams(params);
  const [t, facts] = await Promise.all([getTranslations('legal.notice'), legalFacts()]);
  const { orders, ...sections } = noticeSections(facts, locale);
  return (
    <TextPage
      title={t.rich('title', { em: (words) => <em>{words}</em> })}
      lead={t('lead')}
      sections={[
        sections.publisher,
        sections.hosting,
        sections.drawings,
        {
          ...orders,
          text: (
            <>
              {orders.text}{' '}
              <Link className="link" href={paths.conditions()}>
                {t('orders.link')}
              </Link>
            </>
          ),
        },
        sections.disputes,
      ]}
    />
  );
}
