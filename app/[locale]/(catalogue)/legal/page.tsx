import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { TextPage } from '@/components/layout/text-page';
import { houseCard } from '@/lib/web/house-card';
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
  const [t, house] = await Promise.all([getTranslations('legal.notice'), houseCard(locale)]);
  return (
    <TextPage
      title={t.rich('title', { em: (words) => <em>{words}</em> })}
      lead={t('lead')}
      sections={[
        {
          title: t('publisher.title'),
          text: t('publisher.text', { imprint: [house.name, house.address, house.phone].filter(Boolean).join('\n') }),
        },
        { title: t('hosting.title'), text: t('hosting.text') },
        { title: t('drawings.title'), text: t('drawings.text', { name: house.name }) },
        { title: t('orders.title'), text: t('orders.text') },
        { title: t('disputes.title'), text: t('disputes.text') },
      ]}
    />
  );
}
