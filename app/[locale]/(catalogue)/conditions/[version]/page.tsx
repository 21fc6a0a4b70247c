import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { ConditionsPage } from '@/components/layout/conditions-page';
import { appDatabase } from '@/lib/db/client';
import { conditionsInForce, findConditions } from '@/lib/house/conditions';
import { paths } from '@/lib/paths';
import { alternatesOf } from '@/lib/web/alternates';
import { pageParams } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string; version: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await pageParams(params);
  const t = await getTranslations({ locale, namespace: 'legal' });
  // Old words are kept for who agreed to them; who looks for the terms is led to those in force.
  return {
    title: t('conditions.meta'),
    robots: { index: false },
    alternates: alternatesOf(locale, paths.conditions()),
  };
}

export default async function VersionPage({ params }: Props) {
  const { locale, version } = await pageParams(params);
  if (!/^[1-9]\d{0,5}$/.test(version)) notFound();
  const db = appDatabase();
  const [conditions, current] = await Promise.all([findConditions(db, Number(version)), conditionsInForce(db)]);
  if (!conditions) notFound();
  return (
    <ConditionsPage
      locale={locale}
      conditions={conditions}
      current={current._id === conditions._id ? undefined : current._id}
    />
  );
}
