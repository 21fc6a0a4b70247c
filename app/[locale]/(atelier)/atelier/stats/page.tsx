import { MoneyTabs } from '@/components/stats/money-tabs';
import { StatsPage } from '@/components/stats/stats-page';
import { appDatabase } from '@/lib/db/client';
import { dayKey } from '@/lib/i18n/format';
import { paths } from '@/lib/paths';
import { getStats } from '@/lib/stats/get-stats';
import { periodOf, readPeriod } from '@/lib/stats/rules';
import { requireStaff } from '@/lib/web/page-actor';
import { pageParams, pageTitle } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const generateMetadata = pageTitle('common', 'nav.figures');

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await pageParams(params);
  const actor = await requireStaff(locale, paths.atelier.stats);
  const query = await searchParams;
  const { unit, end } = readPeriod((name) => [query[name]].flat()[0], dayKey(new Date()));
  const tabs = actor.role === 'owner' && <MoneyTabs here="figures" />;
  return <StatsPage initial={await getStats(appDatabase(), periodOf(unit, end))} tabs={tabs} />;
}
