'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { LinkButton, TextLink } from '@/components/ui/link-button';
import { SectionHead } from '@/components/ui/section-head';
import type { Appointment } from '@/lib/appointments/dto';
import { isOpen } from '@/lib/appointments/rules';
import { formatDayNumber, formatDuration, formatLongDay, formatMonth, formatTime } from '@/lib/i18n/format';
import { isOver, type OrderDto, PATH, stageIndex } from '@/lib/orders/schemas';
import { paths } from '@/lib/paths';

interface Props {
  order: OrderDto;
  appointments: readonly Appointment[];
  now: Date;
}

/** What comes: solid where the hour is sure, basted where it is foreseen. Nothing once the order is over. */
export function WhatComes({ order, appointments, now }: Props) {
  const t = useTranslations('clientSpace.coming');
  const kinds = useTranslations('clientSpace.home.kinds');
  const stages = useTranslations('stages.stage');
  const locale = useLocale();
  const held = appointments.filter((one) => isOpen(one.status) && new Date(one.end) >= now);
  if (isOver(order.stage)) return null;
  const next = PATH[stageIndex(order.stage) + 1];
  const foreseen = next && stageIndex(next) > stageIndex('confirmed') && next !== 'delivered' ? next : undefined;
  const booked = held.some(({ kind }) => kind === 'pickup');
  const pickUp = order.allowed.includes('bookPickup') && !booked;
  return (
    <section>
      <SectionHead title={t('title')} />
      <ul>
        {held.map((one) => (
          <Row
            key={one.id}
            sure={one.status === 'confirmed'}
            date={one.start}
            title={kinds(one.kind)}
            aside={
              <TextLink href={paths.account.appointments} className="small">
                {t('move')}
              </TextLink>
            }
          >
            {t(one.status === 'confirmed' ? 'at' : 'proposed', {
              day: formatLongDay(locale, one.start),
              time: formatTime(locale, one.start),
              length: formatDuration(one.minutes),
              name: one.couturierName,
            })}
          </Row>
        ))}
        {foreseen && (
          <Row title={stages(foreseen)}>
            {order.onHold ? t('onHold') : t(foreseen === 'cutting' ? 'cutting' : 'foreseen')}
          </Row>
        )}
        {!booked && (order.promisedDate || pickUp) && (
          <Row
            date={order.promisedDate}
            title={kinds('pickup')}
            aside={
              pickUp && (
                <LinkButton
                  href={{ pathname: paths.account.appointments, query: { propose: 'pickup', order: order.id } }}
                  variant="primary"
                  size="small"
                >
                  {t('choose')}
                </LinkButton>
              )
            }
          >
            {t(pickUp ? 'ready' : 'promised')}
          </Row>
        )}
      </ul>
      {held.length === 0 && !foreseen && !order.promisedDate && !pickUp && (
        <p className="small mt-4 text-ink2">{t('nothing')}</p>
      )}
    </section>
  );
}

interface RowProps {
  sure?: boolean;
  date?: string;
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}

function Row({ sure = false, date, title, aside, children }: RowProps) {
  const locale = useLocale();
  return (
    <li
      className={`grid grid-cols-[56px_1fr] items-center gap-x-4 gap-y-2 py-4 sm:grid-cols-[72px_1fr_auto] ${sure ? 'border-b border-hair' : 'basted-row'}`}
    >
      <p className={sure ? '' : 'text-ink2'}>
        {date && (
          <>
            <span className="serif figures block text-[32px] leading-9">{formatDayNumber(locale, date)}</span>
            <span className="caption">{formatMonth(locale, date)}</span>
          </>
        )}
      </p>
      <div>
        <p className={sure ? 'strong' : 'strong text-ink2'}>{title}</p>
        <p className="small text-ink2">{children}</p>
      </div>
      {aside && <div className="col-start-2 sm:col-start-3">{aside}</div>}
    </li>
  );
}
