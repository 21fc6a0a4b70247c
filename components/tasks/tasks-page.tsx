'use client';

import { CalendarDays, Columns3, List, Plus, SlidersHorizontal } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { useRefusal } from '@/components/form/use-refusal';
import { FacetMenu } from '@/components/ui/facet-menu';
import { Button, IconButton } from '@/components/ui/button';
import { Sheet } from '@/components/ui/dialog';
import { Icon } from '@/components/ui/icon';
import { Segments } from '@/components/ui/segments';
import { useToast } from '@/components/ui/toast';
import { useNarrow } from '@/components/ui/use-narrow';
import { useBoard, useMoveTask } from '@/lib/http/tasks';
import { daysBetween } from '@/lib/i18n/format';
import type { TaskDto } from '@/lib/tasks/dto';
import type { TaskStatus } from '@/lib/tasks/words';
import { Board } from './board';
import type { TaskChoices } from './choices';
import { QuickAddLine } from './quick-add-line';
import { TaskList } from './task-list';
import { TaskWeek } from './task-week';
import { later } from '@/components/ui/later';

const TaskSheet = later(() => import('./task-sheet').then((one) => one.TaskSheet));

interface Props {
  initial: TaskDto[];
  choices: TaskChoices;
  now: string;
}

const VIEWS = ['board', 'list', 'week'] as const;
type View = (typeof VIEWS)[number];

/** The work of the house, seen as a board, a list or a week; always the same tasks. */
export function TasksPage({ initial, choices, now }: Props) {
  const t = useTranslations('tasks');
  const common = useTranslations('common');
  const say = useToast();
  const refusal = useRefusal();
  const query = useSearchParams();
  const { data } = useBoard(initial);
  const move = useMoveTask();
  const narrow = useNarrow();
  const [chosen, setView] = useState<View | undefined>(() => VIEWS.find((one) => one === query.get('view')));
  // A phone shows the list unless the address asks otherwise: a board needs the width.
  const view = chosen ?? (narrow ? 'list' : 'board');
  const [who, setWho] = useState('');
  const [order, setOrder] = useState('');
  const [due, setDue] = useState('');
  const [filtering, setFiltering] = useState(false);
  const [sheet, setSheet] = useState<{ task?: TaskDto } | null>(() => {
    const named = initial.find((task) => task.id === query.get('task'));
    return named ? { task: named } : query.get('new') === '1' ? {} : null;
  });

  const shown = data.filter(
    (task) =>
      (who === '' || task.assigneeId === who) &&
      (order === '' || task.orderId === order) &&
      (due === '' ||
        (task.dueDate !== undefined &&
          (due === 'late'
            ? task.status !== 'done' && daysBetween(now, task.dueDate) < 0
            : daysBetween(now, task.dueDate) <= 7))),
  );
  const onMove = (id: string, status: TaskStatus, beforeId?: string) => {
    const before = data.find((task) => task.id === id);
    if (!before || beforeId === id) return;
    move.mutate(
      { id, status, beforeId },
      {
        onSuccess: () => {
          if (status !== 'done' || before.status === 'done') return;
          say({
            text: t('isDone', { title: before.title }),
            action: { label: t('undo'), onPress: () => move.mutate({ id, status: before.status }) },
          });
        },
        onError: (error) => say({ text: refusal(error).text, error: true }),
      },
    );
  };
  const choose = (next: string) => {
    setView(next as View);
    const url = new URL(window.location.href);
    url.searchParams.set('view', next);
    window.history.replaceState(null, '', url);
  };
  const segment = (icon: typeof List, label: string) => (
    <span className="inline-flex items-center gap-2">
      <Icon of={icon} size={16} />
      <span className="max-md:sr-only">{label}</span>
    </span>
  );

  const facets = (
    <>
      <FacetMenu
        label={t('fields.assignee')}
        any={t('everyone')}
        options={choices.staff.map(({ id, name }) => ({ id, label: name }))}
        value={who}
        onChange={setWho}
      />
      <FacetMenu
        label={t('fields.order')}
        any={t('allOrders')}
        options={choices.orders.map((one) => ({ id: one.id, label: `${one.title}, ${one.clientName}` }))}
        value={order}
        onChange={setOrder}
      />
      <FacetMenu
        label={t('fields.due')}
        any={t('anyDay')}
        options={(['late', 'week'] as const).map((id) => ({ id, label: t(`groups.${id}`) }))}
        value={due}
        onChange={setDue}
      />
    </>
  );

  return (
    <div className="px-(--margin) py-8 max-md:pb-24">
      <div className="flex flex-wrap items-center gap-x-1 gap-y-4 md:gap-x-2">
        <h1 className="d3">{t('title')}</h1>
        <div className="ml-auto max-md:[&_.segment]:px-3">
          <Segments
            label={t('view')}
            value={view}
            onChange={choose}
            items={[
              { id: 'board', label: segment(Columns3, t('board')) },
              { id: 'list', label: segment(List, t('list')) },
              { id: 'week', label: segment(CalendarDays, t('week')) },
            ]}
          />
        </div>
        <IconButton label={t('filters')} className="md:hidden" onPress={() => setFiltering(true)}>
          <Icon of={SlidersHorizontal} />
        </IconButton>
        <Button variant="primary" size="small" className="ml-2 max-md:hidden" onPress={() => setSheet({})}>
          <Icon of={Plus} size={16} />
          {t('task')}
        </Button>
        <IconButton label={t('task')} className="-mr-3 md:hidden" onPress={() => setSheet({})}>
          <Icon of={Plus} />
        </IconButton>
      </div>
      <div className="task-line">
        <QuickAddLine choices={choices} now={now} />
      </div>
      <div className="facet-line mt-2 mb-5 max-md:hidden">
        {facets}
        {view === 'board' && <p className="small ml-auto hidden text-ink2 md:block">{t('dragHint')}</p>}
      </div>
      {view === 'board' && <Board tasks={shown} now={now} onOpen={(task) => setSheet({ task })} onMove={onMove} />}
      {view === 'list' && (
        <TaskList tasks={shown} now={now} byStatus={narrow} onOpen={(task) => setSheet({ task })} onMove={onMove} />
      )}
      {view === 'week' && <TaskWeek tasks={shown} now={now} onOpen={(task) => setSheet({ task })} />}
      <Sheet open={filtering} onOpenChange={setFiltering} title={t('filters')} closeLabel={common('close')}>
        <div className="flex flex-col items-start gap-2">{facets}</div>
      </Sheet>
      {sheet && (
        <TaskSheet
          key={sheet.task?.id ?? 'new'}
          task={sheet.task && data.find((task) => task.id === sheet.task?.id)}
          choices={choices}
          onClose={() => setSheet(null)}
        />
      )}
    </div>
  );
}
