'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { AskedFor } from '@/components/orders/asked-for';
import { ChangeRequestCard } from '@/components/orders/change-request-card';
import { CuttingApprovalCard } from '@/components/orders/cutting-approval-card';
import { InvoiceList } from '@/components/orders/invoice-list';
import { MoneySummary } from '@/components/orders/money-summary';
import { OrderPlate } from '@/components/orders/order-plate';
import { OrderTimeline } from '@/components/orders/order-timeline';
import { PaperLink } from '@/components/orders/paper-link';
import { QuoteCard } from '@/components/orders/quote-card';
import { RemarkForm } from '@/components/orders/remark-form';
import { StageBar } from '@/components/orders/stage-bar';
import { StateTags } from '@/components/orders/state-tags';
import { Button } from '@/components/ui/button';
import { LinkButton, TextLink } from '@/components/ui/link-button';
import { SectionHead } from '@/components/ui/section-head';
import type { AppointmentDto } from '@/lib/appointments/dto';
import { endedEarly } from '@/lib/house/stages';
import { useOrderAppointments } from '@/lib/http/appointments';
import { useOrder, useOrderEvents } from '@/lib/http/orders';
import { daysBetween, formatLongDay } from '@/lib/i18n/format';
import { isOver } from '@/lib/house/stages';
import type { OrderDto, OrderEventDto } from '@/lib/orders/answers';
import type { Page } from '@/lib/pages';
import { paths } from '@/lib/paths';
import { CancelOrder } from './cancel-order';
import { EditRequest, RequestChange } from '../orders/change-sheets';
import { Retouched } from './retouched';
import { WhatComes } from './what-comes';

interface Props {
  initial: OrderDto;
  initialEvents: Page<OrderEventDto>;
  initialAppointments: AppointmentDto[];
  viewerId: string;
  /** What the house calls this garment. */
  piece?: string;
  /** The conversation the two have, if they have one. */
  conversationId?: string;
}

/** One order as its client follows it: where it is, what is asked, what was agreed, and the whole thread. */
export function ClientOrder({ initial, initialEvents, initialAppointments, viewerId, piece, conversationId }: Props) {
  const t = useTranslations('account.order');
  const orders = useTranslations('orders');
  const stages = useTranslations('stages');
  const locale = useLocale();
  const { data: order = initial } = useOrder(initial.id, initial);
  const events = useOrderEvents(initial.id, initialEvents);
  const appointments = useOrderAppointments(initial.id, initialAppointments);
  const [editing, setEditing] = useState(false);
  const [changing, setChanging] = useState(false);
  const may = (action: string) => order.allowed.includes(action);
  const now = new Date();
  const ahead =
    order.eventDate && daysBetween(now, order.eventDate) >= 0 && !isOver(order.stage) ? order.eventDate : undefined;
  const quote =
    order.quotes.findLast(({ status }) => status === 'open') ??
    order.quotes.findLast(({ status }) => status === 'accepted');
  const approval = order.cuttingApprovals.at(-1);
  const changes = order.changeRequests.filter(({ status }) => status === 'open' || status === 'answered');
  const list = events.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="page pt-8 pb-20">
      <nav aria-label={t('trail')} className="small mb-3 text-ink2">
        <TextLink href={paths.account.orders}>{t('orders')}</TextLink> / <span className="figures">{order.number}</span>
      </nav>
      <div className="mb-10 flex flex-wrap items-end justify-between gap-8">
        <div>
          <h1 className="d2" data-size="large">
            {stages.rich(`client.${order.stage}`, {
              piece: piece?.toLocaleLowerCase(locale) ?? t('piece'),
              em: (chunks) => <em>{chunks}</em>,
            })}
          </h1>
          <p className="lead mt-4">
            {t('by', { title: order.title, name: order.couturierName })}
            {order.occasion
              ? ` ${order.occasion}${order.eventDate ? `, ${formatLongDay(locale, order.eventDate)}.` : '.'}`
              : ''}
          </p>
          <div className="mt-3 flex flex-wrap gap-3">
            <StateTags order={order} />
            {order.kind === 'retouche' && <PaperLink orderId={order.id} kind="ticket" />}
          </div>
        </div>
        {ahead && (
          <p className="md:text-right">
            <span className="figure block text-[44px] md:text-[64px]">{daysBetween(now, ahead)}</span>
            <span className="small text-ink2">{t('daysToFeast', { count: daysBetween(now, ahead) })}</span>
          </p>
        )}
      </div>
      {!endedEarly(order.stage) && <StageBar stage={order.stage} kind={order.kind} />}
      <div className="mt-14 grid gap-14 lg:grid-cols-[2fr_1fr] lg:gap-18">
        <div className="flex min-w-0 flex-col gap-14">
          <Retouched order={order} mayReport={may('reportDefect')} />
          {approval && approval.signatures.length > 0 && <CuttingApprovalCard order={order} approval={approval} />}
          {changes.map((request) => (
            <ChangeRequestCard key={request.n} order={order} request={request} />
          ))}
          {quote?.status === 'open' && (
            <QuoteCard order={order} quote={quote} onAskChange={may('edit') ? () => setEditing(true) : undefined} />
          )}
          <WhatComes order={order} appointments={appointments.data ?? initialAppointments} now={now} />
          <section>
            <SectionHead title={t('request')} />
            <AskedFor order={order} />
          </section>
          {quote?.status === 'accepted' && <QuoteCard order={order} quote={quote} />}
          <section>
            <SectionHead title={t('thread')} />
            <div className="mt-6">
              <OrderTimeline events={list} viewerId={viewerId} />
            </div>
            {events.hasNextPage && (
              <Button variant="quiet" busy={events.isFetchingNextPage} onPress={() => void events.fetchNextPage()}>
                {t('older')}
              </Button>
            )}
            {may('remark') && <RemarkForm orderId={order.id} />}
          </section>
        </div>
        <aside className="flex flex-col gap-8">
          <OrderPlate plate={order.plate} width={640} ratio="420 / 440" />
          {order.total && <MoneySummary order={order} />}
          {order.invoices.length > 0 && (
            <section aria-labelledby="order-invoices">
              <SectionHead id="order-invoices" title={orders('invoices.title')} />
              <InvoiceList order={order} />
            </section>
          )}
          <section className="border-t border-ink pt-4">
            <p className="strong">{order.couturierName}</p>
            <p className="small mt-1 mb-4 text-ink2">{t('talkHelp')}</p>
            <LinkButton
              href={
                conversationId
                  ? paths.account.conversation(conversationId)
                  : `${paths.account.newConversation}?couturierId=${order.couturierId}&orderId=${order.id}`
              }
              wide
            >
              {t('talk')}
            </LinkButton>
          </section>
          {(may('edit') || may('requestChange') || (order.locked && may('remark'))) && (
            <section className="border-t border-ink pt-4">
              <p className="strong">{t('change')}</p>
              <p className="small mt-1 text-ink2">
                {t(may('edit') ? 'editHelp' : may('requestChange') ? 'changeHelp' : 'lockedHelp', {
                  stage: stages(`stage.${order.lockStage}`),
                })}
              </p>
              {may('edit') && (
                <Button className="mt-4" onPress={() => setEditing(true)}>
                  {t('edit')}
                </Button>
              )}
              {may('requestChange') && (
                <Button className="mt-4" onPress={() => setChanging(true)}>
                  {t('askChange')}
                </Button>
              )}
            </section>
          )}
          {isOver(order.stage) && order.kind === 'piece' && (
            <section className="border-t border-ink pt-4">
              <p className="strong">{t('again')}</p>
              <p className="small mt-1 mb-4 text-ink2">{t('againHelp')}</p>
              <LinkButton href={paths.account.orderAgain(order.id)} wide>
                {t('againVerb')}
              </LinkButton>
            </section>
          )}
          {may('cancelled') && <CancelOrder order={order} />}
        </aside>
      </div>
      {editing && <EditRequest order={order} onClose={() => setEditing(false)} />}
      {changing && <RequestChange order={order} onClose={() => setChanging(false)} />}
    </div>
  );
}
