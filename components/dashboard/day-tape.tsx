'use client';

import { useTranslations } from 'next-intl';
import { type CSSProperties, useEffect, useRef } from 'react';
import type { DayAppointment } from '@/lib/dashboard/schemas';
import { formatDuration, formatHourMark, formatTime } from '@/lib/i18n/format';
import { atelierMoment, minuteOfDay } from '@/lib/i18n/atelier-time';
import { Link } from '@/lib/i18n/routing';
import { paths } from '@/lib/paths';
import { useDashboardWords } from './use-dashboard-words';

interface Props {
  day: string;
  tape: { from: number; to: number };
  appointments: readonly DayAppointment[];
  now: string;
}

type Place = CSSProperties & Record<'--at' | '--length', string>;

/** The day as a measuring tape: a flag for each appointment, the present as a red line. */
export function DayTape({ day, tape, appointments, now }: Props) {
  const { t, locale } = useDashboardWords();
  const kinds = useTranslations('calendar.kinds');
  const scroller = useRef<HTMLDivElement>(null);
  const span = tape.to - tape.from;
  const share = (minute: number) => `${((minute - tape.from) / span) * 100}%`;
  const present = minuteOfDay(now);
  const isNow = present >= tape.from && present <= tape.to;
  const hours = Array.from({ length: span / 60 + 1 }, (_, index) => tape.from + index * 60);
  const quarters = Array.from({ length: span / 15 + 1 }, (_, index) => tape.from + index * 15);
  const hourOf = (minute: number) => formatTime(locale, atelierMoment(day, minute));

  // On a phone the tape is wider than the screen; the present stands 70 px from its left edge when the page opens. Later
  // the reader's own scrolling is theirs: the present moves each minute and must not pull the tape back.
  const placed = useRef(false);
  useEffect(() => {
    const box = scroller.current;
    if (placed.current || !box || !isNow) return;
    placed.current = true;
    if (box.scrollWidth > box.clientWidth)
      box.scrollLeft = ((present - tape.from) / span) * (box.scrollWidth - 40) + 20 - 70;
  }, [isNow, present, span, tape.from]);

  const what = (one: DayAppointment): string =>
    one.status === 'proposed'
      ? t('tape.proposed', { kind: kinds(one.kind) })
      : one.orderTitle
        ? t('tape.with', { kind: kinds(one.kind), title: one.orderTitle })
        : kinds(one.kind);

  return (
    <section aria-label={t('tape.label', { from: hourOf(tape.from), to: hourOf(tape.to) })}>
      <div ref={scroller} className="tape-scroll" tabIndex={0} role="group" aria-label={t('tape.scroll')}>
        <div className="tape">
          <ul>
            {appointments.map((one) => {
              const start = minuteOfDay(one.start);
              const past = start + one.minutes <= present || one.status === 'done';
              const place: Place = { '--at': share(start), '--length': `${(one.minutes / span) * 100}%` };
              return (
                <li key={one.id} className="tape-flag" style={place} data-state={past ? 'past' : one.status}>
                  <Link href={paths.atelier.appointment(one.id)} className="tape-words">
                    <span className="sr-only">{formatTime(locale, one.start)} </span>
                    <span className="strong block truncate">{one.clientName}</span>
                    <span className="block truncate text-ink2">{what(one)}</span>
                    <span className="sr-only">, {formatDuration(one.minutes)}</span>
                  </Link>
                  <span className="tape-bar" aria-hidden="true" />
                </li>
              );
            })}
          </ul>
          <div className="tape-rule" aria-hidden="true">
            {quarters.map((minute) => (
              <span
                key={minute}
                className="tape-tick"
                data-hour={minute % 60 === 0 || undefined}
                style={{ left: share(minute) }}
              />
            ))}
            {hours.map((minute, index) => (
              <span
                key={minute}
                className="tape-hour figures"
                data-edge={index === 0 ? 'start' : index === hours.length - 1 ? 'end' : undefined}
                style={{ left: share(minute) }}
              >
                {formatHourMark(locale, minute / 60)}
              </span>
            ))}
          </div>
          {isNow && (
            <p className="tape-now figures" style={{ left: share(present) }}>
              <span className="sr-only">{t('tape.now', { time: formatTime(locale, now) })}</span>
              <span aria-hidden="true">{formatTime(locale, now)}</span>
            </p>
          )}
        </div>
      </div>
      {appointments.length === 0 && <p className="small mt-2 text-ink2 max-md:px-(--margin)">{t('tape.none')}</p>}
    </section>
  );
}
