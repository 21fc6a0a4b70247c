import { TasksPage } from '@/components/tasks/tasks-page';
import { appDatabase } from '@/lib/db/client';
import { paths } from '@/lib/paths';
import { listBoard } from '@/lib/tasks/list-tasks';
import { taskChoices } from '@/lib/tasks/task-choices';
import { requireStaff } from '@/lib/web/page-actor';
import { pageParams, pageTitle } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string }>;
}

export const generateMetadata = pageTitle('tasks', 'title');

export default async function Page({ params }: Props) {
  const { locale } = await pageParams(params);
  const actor = await requireStaff(locale, paths.atelier.tasks);
  const db = appDatabase();
  const [initial, choices] = await Promise.all([listBoard(db, actor), taskChoices(db, actor)]);
  return <TasksPage initial={initial} choices={choices} now={new Date().toISOString()} />;
}
