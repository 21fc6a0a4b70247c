'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { Appointment } from '@/lib/appointments/dto';
import { formatTime } from '@/lib/i18n/format';

interface Props {
  appointment: Appointment;
  top: number;
  lane: number;
  lanes: number;
  past: boolean;
  withName: boolean;
  onOpen: () => void;
}

/** One appointment on the calendar: solid when sure, basted when proposed, grey when past; a press opens it. */
export function CalendarBox({ appointment: one, top, lane, lanes, past, withName, onOpen }: Props) {
  const t = useTranslations('calendar');
  const locale = useLocale();
  const state = past ? 'past' : one.status;
  const kind = t(`kinds.${one.kind}`);
  const words = state === 'proposed' ? t('legend.proposed') : one.order ? `${kind}, ${one.order.title}` : kind;
  const time = formatTime(locale, one.start);
  return (
    <li
      className="cal-place"
      style={{
        top: `${top}px`,
        height: `${Math.max(28, (one.minutes / 60) * 66 - 3)}px`,
        left: `calc(5px + (100% - 10px) * ${lane} / ${lanes})`,
        width: `calc((100% - 10px) / ${lanes} - ${lanes > 1 ? 3 : 0}px)`,
      }}
    >
      <button
        type="button"
        className={`cal-box ${state === 'proposed' ? 'bati-box' : ''}`}
        data-state={state}
        data-short={one.minutes <= 30 || undefined}
        title={`${time}, ${words}`}
        onClick={onOpen}
      >
        <span className="strong block truncate">{one.clientName}</span>
        <span className="block truncate">{withName ? `${words}, ${one.couturierName}` : words}</span>
        <span className="sr-only">
          {t('open', { time, client: one.clientName, kind, status: t(`status.${one.status}`) })}
        </span>
      </button>
    </li>
  );
}
