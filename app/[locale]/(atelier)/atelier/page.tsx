import { DashboardPage } from '@/components/dashboard/dashboard-page';
import { readFirstSteps } from '@/lib/begin/first-steps';
import { FIRST_STEPS } from '@/lib/begin/words';
import { getDashboard } from '@/lib/dashboard/get-dashboard';
import { appDatabase } from '@/lib/db/client';
import { paths } from '@/lib/paths';
import { taskChoices } from '@/lib/tasks/task-choices';
import { requireStaff } from '@/lib/web/page-actor';
import { pageParams, pageTitle } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string }>;
}

export const generateMetadata = pageTitle('common', 'nav.today');

export default async function Page({ params }: Props) {
  const { locale } = await pageParams(params);
  const actor = await requireStaff(locale, paths.atelier.today);
  const db = appDatabase();
  const [initial, choices, steps] = await Promise.all([
    getDashboard(db, actor),
    taskChoices(db, actor),
    actor.role === 'owner' ? readFirstSteps(db) : null,
  ]);
  const left = steps && !steps.putAway ? FIRST_STEPS.length - steps.done.length : 0;
  return <DashboardPage initial={initial} choices={choices} firstSteps={left} />;
}
