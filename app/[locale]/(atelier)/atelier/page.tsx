import { DashboardPage } from '@/components/dashboard/dashboard-page';
import { OverviewPage } from '@/components/overview/overview-page';
import { readFirstSteps } from '@/lib/begin/first-steps';
import { FIRST_STEPS } from '@/lib/begin/words';
import { getDashboard } from '@/lib/dashboard/get-dashboard';
import { appDatabase } from '@/lib/db/client';
import { getOverview } from '@/lib/overview/get-overview';
import { paths } from '@/lib/paths';
import { taskChoices } from '@/lib/tasks/task-choices';
import { requireStaff } from '@/lib/web/page-actor';
import { pageParams, pageTitle } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const generateMetadata = pageTitle('common', 'nav.today');

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await pageParams(params);
  const actor = await requireStaff(locale, paths.atelier.today);
  const db = appDatabase();
  const isOwner = actor.role === 'owner';
  if (isOwner && (await searchParams)['view'] === 'house')
    return <OverviewPage initial={await getOverview(db, actor)} />;
  const [initial, choices, steps] = await Promise.all([
    getDashboard(db, actor),
    taskChoices(db, actor),
    isOwner ? readFirstSteps(db) : null,
  ]);
  const left = steps && !steps.putAway ? FIRST_STEPS.length - steps.done.length : 0;
  return <DashboardPage initial={initial} choices={choices} firstSteps={left} isOwner={isOwner} />;
}
