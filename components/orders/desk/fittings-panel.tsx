'use client';

import { useTranslations } from 'next-intl';
import { AppointmentTag } from '@/components/appointments/appointment-tag';
import { Empty } from '@/components/ui/empty';
import { TextLink } from '@/components/ui/link-button';
import type { AppointmentDto } from '@/lib/appointments/dto';
import { formatDuration, formatLongDay, formatTime } from '@/lib/i18n/format';
import { paths } from '@/lib/paths';
import { useOrderWords } from '../use-order-words';

/** The hours spent together on this order, past and to come; what is only proposed is basted. */
export function FittingsPanel({ appointments }: { appointments: readonly AppointmentDto[] }) {
  const { t, locale } = useOrderWords();
  const kinds = useTranslations('calendar.kinds');
  const sheet = useTranslations('fittings');
  const calendar = (
    <TextLink href={paths.atelier.calendar} className="small">
      {t('desk.calendar')}
    </TextLink>
  );
  if (appointments.length === 0)
    return (
      <Empty drawing="sun" title={t('desk.noFittings')} level="h3" action={calendar}>
        {t('desk.noFittingsHelp')}
      </Empty>
    );
  return (
    <>
      <ul>
        {appointments.map((one) => (
          <li
            key={one.id}
            className={`flex flex-wrap items-center gap-x-6 gap-y-2 py-4 ${one.status === 'proposed' ? 'basted-row' : 'border-b border-hair'}`}
          >
            <div className="min-w-60 flex-1">
              <p className={`strong ${one.status === 'cancelled' ? 'text-ink3 line-through' : ''}`}>
                {kinds(one.kind)}
              </p>
              <p className="small text-ink2">
                <TextLink href={paths.atelier.appointment(one.id)}>
                  {formatLongDay(locale, one.start)}, {formatTime(locale, one.start)}
                </TextLink>
                , {formatDuration(one.minutes)}, {one.couturierName}
              </p>
              {one.note && <p className="small mt-1">{one.note}</p>}
            </div>
            {one.kind === 'fitting' && (one.status === 'confirmed' || one.status === 'done') && (
              <TextLink href={paths.atelier.fitting(one.id)} className="small">
                {sheet('open')}
              </TextLink>
            )}
            <AppointmentTag status={one.status} />
          </li>
        ))}
      </ul>
      <p className="mt-5">{calendar}</p>
    </>
  );
}
