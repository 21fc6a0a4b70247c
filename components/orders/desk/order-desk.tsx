'use client';

import { useState } from 'react';
import { useRefusal } from '@/components/form/use-refusal';
import { Button } from '@/components/ui/button';
import { Tabs } from '@/components/ui/tabs';
import { useToast } from '@/components/ui/toast';
import type { AppointmentDto } from '@/lib/appointments/dto';
import { addDays } from '@/lib/calendar';
import { useOrderAppointments } from '@/lib/http/appointments';
import { useOrder, useOrderEvents, useResumeOrder } from '@/lib/http/orders';
import { useOrderTasks } from '@/lib/http/tasks';
import { dayKey } from '@/lib/i18n/format';
import type { OrderDto, OrderEventDto } from '@/lib/orders/answers';
import type { Stage } from '@/lib/house/stages';
import type { Page } from '@/lib/pages';
import type { TaskDto } from '@/lib/tasks/dto';
import { TransferOrder } from '../../transfer/transfer-order';
import { ChangeRequestCard } from '../change-request-card';
import { OrderTimeline } from '../order-timeline';
import { RemarkForm } from '../remark-form';
import { useOrderWords } from '../use-order-words';
import { ApprovalSection } from './approval-section';
import { DefectsSection } from './defects-section';
import { BlockingLine } from './blocking-line';
import { FittingsPanel } from './fittings-panel';
import { InvoicesSection } from './invoices-section';
import { MeasuresPanel } from './measures-panel';
import { OrderAside } from './order-aside';
import { OrderHead } from './order-head';
import { OrderReach } from './order-reach';
import { Overview } from './overview';
import { PaymentsSection } from './payments-section';
import { PicturesPanel } from './pictures-panel';
import type { QuoteDefaults } from './quote-draft';
import { QuoteSection } from './quote-section';
import { StageStops } from './stage-stops';
import { TasksPanel } from './tasks-panel';
import { UntoldLine } from './untold-line';
import { later } from '@/components/ui/later';

const MoveDialog = later(() => import('./move-dialog').then((one) => one.MoveDialog));
const HoldDialog = later(() => import('./hold-dialog').then((one) => one.HoldDialog));
const EditDialog = later(() => import('./edit-dialog').then((one) => one.EditDialog));
const PhotoDialog = later(() => import('./photo-dialog').then((one) => one.PhotoDialog));
const AppointmentSheet = later(() =>
  import('@/components/appointments/appointment-sheet').then((one) => one.AppointmentSheet),
);
const PaymentDialog = later(() => import('./payment-dialog').then((one) => one.PaymentDialog));

interface Props {
  initial: OrderDto;
  initialEvents: Page<OrderEventDto>;
  initialTasks: TaskDto[];
  initialAppointments: AppointmentDto[];
  now: string;
  /** What the house calls each garment, by code. */
  garments: Readonly<Record<string, string>>;
  viewerId: string;
  /** Whether the viewer runs the house. */
  isOwner: boolean;
  couturiers: readonly { id: string; name: string }[];
  defaults: QuoteDefaults;
  /** The client's number, where the file has one. */
  phone?: string;
  /** The cortège it belongs to. */
  party?: { id: string; name: string };
  /** A day that should be promised instead: its form opens with the page. */
  proposed?: string;
}

type Asking = { kind: 'move'; to: Stage } | { kind: 'hold' | 'edit' | 'pay' | 'transfer' | 'fitting' | 'photo' };

/** The tabs keep their place in the address; links inside the page go there the same way. */
function openTab(id: string): void {
  const url = new URL(window.location.href);
  url.searchParams.set('tab', id);
  window.history.pushState(null, '', url);
}

/** One order on the couturier’s desk: where it is, what it waits for, and everything that is kept with it. */
export function OrderDesk({
  initial,
  initialEvents,
  initialTasks,
  initialAppointments,
  now,
  garments,
  viewerId,
  isOwner,
  couturiers,
  defaults,
  phone,
  party,
  proposed,
}: Props) {
  const { t } = useOrderWords();
  const refusal = useRefusal();
  const toast = useToast();
  const { data: order = initial } = useOrder(initial.id, initial);
  const thread = useOrderEvents(initial.id, initialEvents);
  const { data: work = initialTasks } = useOrderTasks(initial.id, initialTasks);
  const { data: held = initialAppointments } = useOrderAppointments(initial.id, initialAppointments);
  const resume = useResumeOrder(initial.id);
  const [asking, setAsking] = useState<Asking | null>(proposed ? { kind: 'edit' } : null);
  const events = thread.data?.pages.flatMap(({ items }) => items) ?? [];
  const close = () => setAsking(null);
  const [writing, setWriting] = useState(false);
  const writeQuote = () => {
    setWriting(true);
    openTab('quotes');
  };
  const goOn = () =>
    resume.mutate(
      { version: order.version },
      { onError: (error) => toast({ text: refusal(error).text, error: true }) },
    );
  const move = (to: Stage) => setAsking({ kind: 'move', to });
  const edit = () => setAsking({ kind: 'edit' });
  const pay = () => setAsking({ kind: 'pay' });
  const mayPicture = order.allowed.includes('remark') || order.allowed.includes('note');
  const requests = order.changeRequests.toReversed();
  const isPiece = order.kind === 'piece';
  return (
    <div className="page py-8">
      <OrderHead
        order={order}
        party={party}
        onMove={move}
        onHold={() => setAsking({ kind: 'hold' })}
        onResume={goOn}
        onEdit={edit}
        onQuote={writeQuote}
        onTransfer={() => setAsking({ kind: 'transfer' })}
      />
      <div className="mt-6">
        <OrderReach
          order={order}
          phone={phone}
          onFitting={() => setAsking({ kind: 'fitting' })}
          onPhoto={mayPicture ? () => setAsking({ kind: 'photo' }) : undefined}
        />
      </div>
      <div className="mt-8">
        <StageStops order={order} events={events} onMove={move} />
      </div>
      {order.undo && (
        <div className="mt-3">
          <UntoldLine key={order.undo.move} order={order} undo={order.undo} />
        </div>
      )}
      <div className="mt-3 min-h-6">
        <BlockingLine order={order} onResume={goOn} onQuote={writeQuote} onOpen={openTab} />
      </div>
      <DefectsSection order={order} />
      <div className="mt-6">
        <Tabs
          label={t('desk.tabs')}
          aside={<OrderAside order={order} events={events} onAnswer={() => openTab('changes')} />}
          items={[
            {
              id: 'overview',
              label: t('desk.overview'),
              content: (
                <Overview
                  order={order}
                  garment={garments[order.garment] ?? order.garment}
                  events={events}
                  viewerId={viewerId}
                  onEdit={edit}
                />
              ),
            },
            {
              id: 'quotes',
              label: t('desk.quotes'),
              content: (
                <>
                  <QuoteSection order={order} defaults={defaults} writing={writing} onWriting={setWriting} />
                  <PaymentsSection order={order} onPay={pay} />
                  <InvoicesSection order={order} mayIssue={isOwner || order.couturierId === viewerId} />
                </>
              ),
            },
            ...(isPiece
              ? [{ id: 'measures', label: t('desk.measures'), content: <MeasuresPanel order={order} /> }]
              : []),
            {
              id: 'pictures',
              label: t('desk.pictures'),
              content: <PicturesPanel order={order} events={events} />,
            },
            {
              id: 'changes',
              label: t('desk.changes', { count: requests.length }),
              content: (
                <div className="grid gap-5">
                  {requests.length === 0 && <p className="small text-ink2">{t('change.none')}</p>}
                  {requests.map((request) => (
                    <ChangeRequestCard key={request.n} order={order} request={request} />
                  ))}
                </div>
              ),
            },
            ...(isPiece
              ? [{ id: 'cutting', label: t('desk.cutting'), content: <ApprovalSection order={order} /> }]
              : []),
            {
              id: 'tasks',
              label: t('desk.tasks', { count: work.filter(({ status }) => status !== 'done').length }),
              content: <TasksPanel order={order} tasks={work} viewerId={viewerId} now={now} />,
            },
            {
              id: 'fittings',
              label: t('desk.fittings'),
              content: <FittingsPanel appointments={held} />,
            },
            {
              id: 'thread',
              label: t('desk.thread'),
              content: (
                <>
                  {order.allowed.includes('remark') && <RemarkForm orderId={order.id} />}
                  <OrderTimeline events={events} viewerId={viewerId} />
                  {thread.hasNextPage && (
                    <Button busy={thread.isFetchingNextPage} onPress={() => void thread.fetchNextPage()}>
                      {t('events.older')}
                    </Button>
                  )}
                </>
              ),
            },
          ]}
        />
      </div>
      {asking?.kind === 'move' && <MoveDialog order={order} to={asking.to} onClose={close} onPayFirst={pay} />}
      {asking?.kind === 'hold' && <HoldDialog order={order} onClose={close} />}
      {asking?.kind === 'edit' && (
        <EditDialog order={order} couturiers={couturiers} proposed={proposed} onClose={close} />
      )}
      {asking?.kind === 'transfer' && <TransferOrder order={order} onClose={close} />}
      {asking?.kind === 'photo' && <PhotoDialog order={order} onClose={close} />}
      {asking?.kind === 'fitting' && (
        <AppointmentSheet
          day={addDays(dayKey(now), 1)}
          now={now}
          choices={{ me: viewerId, staff: [...couturiers] }}
          about={{
            orderId: order.id,
            clientId: order.clientId,
            clientName: order.clientName,
            couturierId: order.couturierId,
          }}
          onClose={close}
        />
      )}
      {asking?.kind === 'pay' && <PaymentDialog order={order} onClose={close} />}
    </div>
  );
}
