import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { TextPage } from '@/components/layout/text-page';
import { legalFacts } from '@/lib/web/house-card';
import { privacySections } from '@/lib/house/legal-pages';
import { paths } from '@/lib/paths';
import { alternatesOf } from '@/lib/web/alternates';
import { pageParams } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await pageParams(params);
  const t = await getTranslations({ locale, namespace: 'legal' });
  return { title: t('privacy.meta'), alternates: alternatesOf(locale, paths.privacy) };
}

export default async function PrivacyPage({ params }: Props) {
  const { locale } = await pageParams(params);
  const [t, facts] = await Promise.all([getTranslations('legal.privacy'), legalFacts()]);
  return (
    <TextPage
      title={t.rich('title', { em: (words) => <em>{words}</em> })}
      lead={t('lead')}
      sections={privacySections(facts, locale)}
    />
  );
}
