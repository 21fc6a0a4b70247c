import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { StatsPage } from '@/components/stats/stats-page';
import { appDatabase } from '@/lib/db/client';
import { isLocale } from '@/lib/i18n/config';
import { dayKey } from '@/lib/i18n/format';
import { paths } from '@/lib/paths';
import { getStats } from '@/lib/stats/get-stats';
import { periodOf, readPeriod } from '@/lib/stats/rules';
import { requireStaff } from '@/lib/web/page-actor';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const t = await getTranslations({ locale, namespace: 'common' });
  return { title: t('nav.figures') };
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  await requireStaff(locale, paths.atelier.stats);
  const query = await searchParams;
  const { unit, end } = readPeriod((name) => [query[name]].flat()[0], dayKey(new Date()));
  return <StatsPage initial={await getStats(appDatabase(), periodOf(unit, end))} />;
}
