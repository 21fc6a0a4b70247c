import { DashboardPage } from '@/components/dashboard/dashboard-page';
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
  const [initial, choices] = await Promise.all([getDashboard(db, actor), taskChoices(db, actor)]);
  return <DashboardPage initial={initial} choices={choices} />;
}
