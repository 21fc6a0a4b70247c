import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ConditionsPage } from '@/components/layout/conditions-page';
import { appDatabase } from '@/lib/db/client';
import { conditionsInForce } from '@/lib/house/conditions';
import { paths } from '@/lib/paths';
import { alternatesOf } from '@/lib/web/alternates';
import { pageParams } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await pageParams(params);
  const t = await getTranslations({ locale, namespace: 'legal' });
  return { title: t('conditions.meta'), alternates: alternatesOf(locale, paths.conditions()) };
}

export default async function InForcePage({ params }: Props) {
  const { locale } = await pageParams(params);
  return <ConditionsPage locale={locale} conditions={await conditionsInForce(appDatabase())} />;
}
