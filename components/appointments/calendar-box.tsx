'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { CSSProperties, KeyboardEvent } from 'react';
import type { AppointmentDto } from '@/lib/appointments/dto';
import { formatTime } from '@/lib/i18n/format';
import { useDrag } from './use-drag';
import { type Move, QUARTER } from './use-moves';
import { HOUR_PX } from './week';

interface Props {
  appointment: AppointmentDto;
  top: number;
  lane: number;
  lanes: number;
  past: boolean;
  withName: boolean;
  /** Where it would stand after a move. */
  shift: (move: Move) => AppointmentDto;
  /** An arrow was pressed. */
  onNudge: (move: Move) => void;
  onGiveUp: () => void;
  onDrop: (move: Move) => void;
  onOpen: () => void;
}

const ARROWS: Record<string, Move> = {
  ArrowUp: { minutes: -QUARTER },
  ArrowDown: { minutes: QUARTER },
  ArrowLeft: { days: -1 },
  ArrowRight: { days: 1 },
};
const LENGTHS: Record<string, Move> = { ArrowUp: { length: -QUARTER }, ArrowDown: { length: QUARTER } };

/**
 * One appointment on the calendar: solid when sure, basted when proposed, grey when past; a press opens it, arrows and the
 * pointer move it.
 */
export function CalendarBox(props: Props) {
  const { appointment: one, top, lane, lanes, past, withName, shift, onNudge, onGiveUp, onDrop, onOpen } = props;
  const t = useTranslations('calendar');
  const locale = useLocale();
  const { move, handlers } = useDrag(onDrop);
  const state = past ? 'past' : one.status;
  const movable = !past && one.status !== 'cancelled';
  const kind = t(`kinds.${one.kind}`);
  const words = state === 'proposed' ? t('legend.proposed') : one.order ? `${kind}, ${one.order.title}` : kind;
  const time = formatTime(locale, one.start);
  const held = move && shift(move);
  const place: CSSProperties = {
    top: `${top}px`,
    height: `${Math.max(28, ((held ?? one).minutes / 60) * HOUR_PX - 3)}px`,
    left: `calc(5px + (100% - 10px) * ${lane} / ${lanes})`,
    width: `calc((100% - 10px) / ${lanes} - ${lanes > 1 ? 3 : 0}px)`,
    ...(move && {
      zIndex: 5,
      transform: `translate(${move.days * move.column}px, ${(move.minutes / 60) * HOUR_PX}px)`,
    }),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onGiveUp();
    const by = (event.shiftKey ? LENGTHS : ARROWS)[event.key];
    if (!by || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onNudge(by);
  };
  return (
    <li className="cal-place" style={place}>
      <button
        id={`appointment-${one.id}`}
        type="button"
        className={`cal-box ${state === 'proposed' ? 'bati-box' : ''}`}
        data-state={state}
        data-short={one.minutes <= 30 || undefined}
        data-movable={movable || undefined}
        data-held={move !== undefined || undefined}
        title={`${time}, ${words}`}
        aria-describedby={movable ? 'calendar-keys' : undefined}
        onClick={onOpen}
        {...(movable ? { ...handlers, onKeyDown } : {})}
      >
        <span className="strong block truncate">{one.clientName}</span>
        <span className="block truncate">
          {held
            ? `${formatTime(locale, held.start)} – ${formatTime(locale, held.end)}`
            : withName
              ? `${words}, ${one.couturierName}`
              : words}
        </span>
        <span className="sr-only">
          {t('open', { time, client: one.clientName, kind, status: t(`status.${one.status}`) })}
        </span>
      </button>
    </li>
  );
}
