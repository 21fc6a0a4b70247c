'use client';

import { Plus } from 'lucide-react';
import type { TaskChoices } from '@/components/tasks/choices';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import type { DashboardDto } from '@/lib/dashboard/schemas';
import { useDashboard } from '@/lib/http/dashboard';
import { daysBetween } from '@/lib/i18n/format';
import { paths } from '@/lib/paths';
import { AwaitedList } from './awaited-list';
import { DayTape } from './day-tape';
import { DayViews } from './day-views';
import { Promises } from './promises';
import { TodoList } from './todo-list';
import { useNow } from '@/components/ui/use-now';
import { useDashboardWords } from './use-dashboard-words';
import { WaitingList } from './waiting-list';
import { WeekBars } from './week-bars';

interface Props {
  initial: DashboardDto;
  choices: TaskChoices;
  /** How many first steps of the house its owner has still to make. */
  firstSteps?: number;
  /** Whether the reader may look at the whole house too. */
  isOwner?: boolean;
}

/** Aujourd'hui: the couturier's day, read again whenever something of it changes. */
export function DashboardPage({ initial, choices, firstSteps = 0, isOwner = false }: Props) {
  const { t, sentence, date } = useDashboardWords();
  const { data } = useDashboard(initial);
  const now = useNow(initial.now);
  const { weekday, rest } = date(data.day);
  const open = data.tasks.filter((task) => task.status !== 'done');
  const counts = {
    appointments: data.appointments.length,
    tasks: open.length,
    late: open.filter((task) => task.dueDate && daysBetween(task.dueDate, now) > 0).length,
    waiting: data.waiting.length,
  };
  return (
    <div className="today">
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
        <h1 className="d2">
          {weekday} <em className="max-md:block">{rest}</em>
        </h1>
        <div className="flex flex-wrap gap-3 pt-3">
          {isOwner && <DayViews here="day" />}
          <span className="flex gap-3 max-md:hidden">
            <LinkButton href={`${paths.atelier.tasks}?new=1`} size="small">
              <Icon of={Plus} size={16} />
              {t('newTask')}
            </LinkButton>
            <LinkButton href={paths.atelier.newOrder} size="small" variant="primary">
              <Icon of={Plus} size={16} />
              {t('newOrder')}
            </LinkButton>
          </span>
        </div>
      </div>
      <p className="lead mt-4">{sentence(counts)}</p>
      {firstSteps > 0 && (
        <p className="bati-box mt-8 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-5 py-4">
          {t('firstSteps.left', { n: firstSteps })}
          <LinkButton href={paths.atelier.firstSteps} size="small">
            {t('firstSteps.go')}
          </LinkButton>
        </p>
      )}
      <div className="mt-8">
        <DayTape day={data.day} tape={data.tape} appointments={data.appointments} now={now} />
      </div>
      <div className="today-grid">
        <div className="today-todo">
          <TodoList data={data} choices={choices} now={now} />
        </div>
        <div className="today-week">
          <WeekBars week={data.week} today={data.day} />
        </div>
        <div className="today-waiting">
          <WaitingList waiting={data.waiting} now={now} />
        </div>
        <div className="today-awaited">
          <AwaitedList awaited={data.awaited} now={now} />
        </div>
      </div>
      <Promises promises={data.promises} now={now} />
    </div>
  );
}
