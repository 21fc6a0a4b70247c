'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type CSSProperties, useLayoutEffect, useRef } from 'react';
import type { AppointmentDto } from '@/lib/appointments/dto';
import type { CalendarDay } from '@/lib/dashboard/schemas';
import { atelierMoment, clockMinutes, minuteOfDay } from '@/lib/i18n/atelier-time';
import { dayKey, formatTime } from '@/lib/i18n/format';
import { CalendarBox } from './calendar-box';
import { CalendarHead } from './calendar-head';
import { lanesOf } from './lanes';
import { useMoves } from './use-moves';
import { HOUR_PX } from './week';

interface Props {
  days: readonly CalendarDay[];
  appointments: readonly AppointmentDto[];
  today: string;
  nowMinute: number;
  now: string;
  /** The day a phone shows. */
  chosen: string;
  /** Several couturiers at once: each box says whose it is. */
  withNames: boolean;
  onChoose: (day: string) => void;
  onOpen: (id: string) => void;
}

/** Whole hours that hold every opening and every appointment of the week. */
function spanOf(days: readonly CalendarDay[], appointments: readonly AppointmentDto[]): { from: number; to: number } {
  const hours = days.flatMap((one) => one.hours);
  const starts = [...hours.map((one) => clockMinutes(one.from)), ...appointments.map((one) => minuteOfDay(one.start))];
  const ends = [
    ...hours.map((one) => clockMinutes(one.to)),
    ...appointments.map((one) => Math.min(1440, minuteOfDay(one.start) + one.minutes)),
  ];
  if (starts.length === 0) return { from: 9 * 60, to: 19 * 60 };
  return { from: Math.floor(Math.min(...starts) / 60) * 60, to: Math.ceil(Math.max(...ends) / 60) * 60 };
}

/** The hours of a week as columns. */
export function CalendarWeek(props: Props) {
  const { days, appointments, today, nowMinute, now, chosen, withNames, onChoose, onOpen } = props;
  const t = useTranslations('calendar');
  const locale = useLocale();
  const moves = useMoves(days.map((one) => one.day));
  const shown = appointments.map(moves.placed);
  const { from, to } = spanOf(days, shown);
  const nudged = useRef<string | null>(null);
  // Another day is another list: what the keyboard holds there is still held.
  useLayoutEffect(() => {
    const box = nudged.current === null ? null : document.getElementById(`appointment-${nudged.current}`);
    nudged.current = null;
    if (box && document.activeElement !== box) box.focus();
  });
  const hours = Array.from({ length: (to - from) / 60 + 1 }, (_, index) => from + index * 60);
  const place: CSSProperties & Record<'--days' | '--hours', number> = {
    '--days': days.length,
    '--hours': (to - from) / 60,
  };
  /** The appointment as the house has it, whatever the screen shows of it. */
  const kept = (box: AppointmentDto) => appointments.find(({ id }) => id === box.id) ?? box;
  const hourWords = (minute: number) =>
    formatTime(locale, atelierMoment(today, minute))
      .replace(/[\s\u00a0]00$/, '')
      .replace(':00', '');
  return (
    <div className="cal" style={place}>
      <p id="calendar-keys" hidden>
        {t('keys')}
      </p>
      <p className="sr-only" role="status">
        {moves.said}
      </p>
      <div className="cal-strip" role="group" aria-label={t('days')}>
        {days.map((day) => (
          <CalendarHead
            key={day.day}
            day={day}
            today={day.day === today}
            chosen={day.day === chosen}
            onChoose={() => onChoose(day.day)}
          />
        ))}
      </div>
      <div className="cal-body">
        <div className="cal-hours" aria-hidden="true">
          {hours.map((minute) => (
            <span key={minute} style={{ top: `${((minute - from) / 60) * HOUR_PX}px` }}>
              {hourWords(minute)}
            </span>
          ))}
        </div>
        {days.map(({ day }) => {
          const own = shown.filter((one) => dayKey(one.start) === day);
          return (
            <ul
              key={day}
              className="cal-column"
              data-today={day === today || undefined}
              data-chosen={day === chosen || undefined}
            >
              {lanesOf(own).map(({ box, lane, lanes }) => (
                <CalendarBox
                  key={box.id}
                  appointment={box}
                  top={((minuteOfDay(box.start) - from) / 60) * HOUR_PX}
                  lane={lane}
                  lanes={lanes}
                  past={box.end <= now || box.status === 'done'}
                  withName={withNames}
                  shift={(move) => moves.shift(box, move)}
                  onNudge={(move) => {
                    nudged.current = box.id;
                    onChoose(dayKey(moves.nudge(kept(box), move).start));
                  }}
                  onGiveUp={moves.giveUp}
                  onDrop={(move) => moves.drop(kept(box), move)}
                  onOpen={() => onOpen(box.id)}
                />
              ))}
              {day === today && nowMinute >= from && nowMinute <= to && (
                <li className="cal-now" style={{ top: `${((nowMinute - from) / 60) * HOUR_PX}px` }}>
                  <span className="sr-only">{t('now', { time: formatTime(locale, now) })}</span>
                </li>
              )}
            </ul>
          );
        })}
      </div>
    </div>
  );
}
