'use client';

import { useLocale, useTranslations } from 'next-intl';
import { LinkButton, TextLink } from '@/components/ui/link-button';
import { SectionHead } from '@/components/ui/section-head';
import type { AppointmentDto } from '@/lib/appointments/dto';
import { isOpen } from '@/lib/appointments/rules';
import { formatDuration, formatLongDay, formatTime } from '@/lib/i18n/format';
import { isOver, nextStage, stageIndex } from '@/lib/house/stages';
import type { OrderDto } from '@/lib/orders/answers';
import { paths } from '@/lib/paths';
import { DayRow } from './day-row';

interface Props {
  order: OrderDto;
  appointments: readonly AppointmentDto[];
  now: Date;
}

/** What comes: solid where the hour is sure, basted where it is foreseen. Nothing once the order is over. */
export function WhatComes({ order, appointments, now }: Props) {
  const t = useTranslations('account.coming');
  const kinds = useTranslations('calendar.clientKinds');
  const stages = useTranslations('stages.stage');
  const locale = useLocale();
  const held = appointments.filter((one) => isOpen(one.status) && new Date(one.end) >= now);
  if (isOver(order.stage)) return null;
  const next = nextStage(order.stage, order.kind);
  const foreseen = next && stageIndex(next) > stageIndex('confirmed') && next !== 'delivered' ? next : undefined;
  const booked = held.some(({ kind }) => kind === 'pickup');
  const pickUp = order.allowed.includes('bookPickup') && !booked;
  return (
    <section>
      <SectionHead title={t('title')} />
      <ul>
        {held.map((one) => (
          <DayRow
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
          </DayRow>
        ))}
        {foreseen && (
          <DayRow title={stages(foreseen)}>
            {order.onHold ? t('onHold') : t(foreseen === 'cutting' ? 'cutting' : 'foreseen')}
          </DayRow>
        )}
        {!booked && (order.promisedDate || pickUp) && (
          <DayRow
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
          </DayRow>
        )}
      </ul>
      {held.length === 0 && !foreseen && !order.promisedDate && !pickUp && (
        <p className="small mt-4 text-ink2">{t('nothing')}</p>
      )}
    </section>
  );
}
