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
  return { title: t('privacy.meta'), alternates: alternatesOf(locale, paths.privacy) };
}

const SECTIONS = ['kept', 'why', 'who', 'howLong', 'cookies', 'rights'] as const;

export default async function PrivacyPage({ params }: Props) {
  const { locale } = await pageParams(params);
  const [t, house] = await Promise.all([getTranslations('legal.privacy'), houseCard(locale)]);
  return (
    <TextPage
      title={t.rich('title', { em: (words) => <em>{words}</em> })}
      lead={t('lead')}
      sections={SECTIONS.map((name) => ({
        title: t(`${name}.title`),
        text: t(`${name}.text`, {
          name: house.name,
          imprint: [house.name, house.address].filter(Boolean).join(', '),
        }),
      }))}
    />
  );
}
