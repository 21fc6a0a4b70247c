'use client';

import { ChevronLeft, ChevronRight, Plus } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useNow } from '@/components/ui/use-now';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { Segments } from '@/components/ui/segments';
import type { AppointmentDto } from '@/lib/appointments/dto';
import { addDays, mondayOf } from '@/lib/calendar';
import type { Calendar } from '@/lib/dashboard/schemas';
import { useAppointments } from '@/lib/http/appointments';
import { dayKey, formatDate } from '@/lib/i18n/format';
import { minuteOfDay } from '@/lib/i18n/atelier-time';
import { paths } from '@/lib/paths';
import { CalendarWeek } from './calendar-week';
import type { CalendarChoices } from './choices';
import { weekNumber } from './week';
import { later } from '@/components/ui/later';

const AppointmentSheet = later(() => import('./appointment-sheet').then((one) => one.AppointmentSheet));

interface Props {
  calendar: Calendar;
  initial: AppointmentDto[];
  choices: CalendarChoices;
  /** The appointment that opens at once. */
  wanted?: AppointmentDto;
}

/** « 23 – 28 novembre », with both months where the week lies in two. */
function useWeekTitle() {
  const locale = useLocale();
  return (first: string, last: string) => {
    const split = (day: string) => {
      const [number = '', month = ''] = formatDate(locale, `${day}T12:00:00Z`).split(' ');
      return { number, month };
    };
    const [a, b] = [split(first), split(last)];
    return { from: a.month === b.month ? a.number : `${a.number} ${a.month}`, to: b.number, month: b.month };
  };
}

/** The calendar: a week on a desk, a day on a phone. */
export function CalendarPage({ calendar, initial, choices, wanted }: Props) {
  const t = useTranslations('calendar');
  const title = useWeekTitle();
  const now = useNow(calendar.now);
  const { data = initial } = useAppointments(calendar.from, calendar.to, initial);
  const [whose, setWhose] = useState(wanted && wanted.couturierId !== choices.me ? 'all' : 'own');
  const [open, setOpen] = useState<string | 'new' | null>(wanted?.id ?? null);
  const today = dayKey(now);
  const inWeek = mondayOf(today) === calendar.monday;
  const [chosen, setChosen] = useState(wanted ? dayKey(wanted.start) : inWeek ? dayKey(calendar.now) : calendar.monday);

  const kept = data.filter((one) => one.status !== 'cancelled');
  const shown = whose === 'own' ? kept.filter((one) => one.couturierId === choices.me) : kept;
  const days = calendar.days.filter(
    ({ day, hours, promises }, index) =>
      index < 6 || hours.length > 0 || promises.length > 0 || shown.some((one) => dayKey(one.start) === day),
  );
  const sheet = open === 'new' ? undefined : data.find((one) => one.id === open);
  const week = (monday: string) => `${paths.atelier.calendar}?week=${monday}`;
  const lastDay = days.at(-1)?.day ?? calendar.monday;

  return (
    <div className="calendar">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-4">
        <h1 className="d3">
          {t.rich('weekTitle', { ...title(calendar.monday, lastDay), em: (words) => <em>{words}</em> })}
        </h1>
        <div className="flex flex-wrap items-center gap-2 max-md:w-full">
          <LinkButton href={week(addDays(calendar.monday, -7))} size="small" icon aria-label={t('weekBefore')}>
            <Icon of={ChevronLeft} size={16} />
          </LinkButton>
          <LinkButton href={paths.atelier.calendar} size="small">
            {t('today')}
          </LinkButton>
          <LinkButton href={week(addDays(calendar.monday, 7))} size="small" icon aria-label={t('weekAfter')}>
            <Icon of={ChevronRight} size={16} />
          </LinkButton>
          <div className="max-md:order-1">
            <Segments
              label={t('whose')}
              items={[
                { id: 'own', label: t('own') },
                { id: 'all', label: t('house') },
              ]}
              value={whose}
              onChange={setWhose}
            />
          </div>
          <Button size="small" variant="primary" className="max-md:ml-auto" onPress={() => setOpen('new')}>
            <Icon of={Plus} size={16} />
            {t('new')}
          </Button>
        </div>
      </div>
      <div className="small mt-4 flex flex-wrap justify-between gap-x-6 gap-y-2 text-ink2 max-md:hidden">
        <ul className="flex flex-wrap gap-x-6 gap-y-1">
          {(['confirmed', 'proposed', 'promise', 'past'] as const).map((sign) => (
            <li key={sign} className="inline-flex items-center gap-2">
              <span
                className={`cal-sign ${sign === 'proposed' ? 'bati-box' : ''}`}
                data-sign={sign}
                aria-hidden="true"
              />
              {t(`legend.${sign}`)}
            </li>
          ))}
        </ul>
        <p>{t('weekNumber', { n: weekNumber(calendar.monday) })}</p>
      </div>
      <CalendarWeek
        days={days}
        appointments={shown}
        today={today}
        nowMinute={minuteOfDay(now)}
        now={now}
        chosen={chosen}
        withNames={whose !== 'own'}
        onChoose={setChosen}
        onOpen={setOpen}
      />
      {open !== null && (open === 'new' || sheet) && (
        <AppointmentSheet
          key={open}
          appointment={sheet}
          day={chosen < today ? today : chosen}
          now={now}
          choices={choices}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}
