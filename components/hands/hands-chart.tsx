'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type PointerEvent, useRef } from 'react';
import { Avatar } from '@/components/ui/avatar';
import type { HandDto, HandsDto } from '@/lib/absences/schemas';
import { addDays, daysFrom, mondayOf } from '@/lib/calendar';
import type { Closure } from '@/lib/house/schemas';
import { firstName, formatShortDate } from '@/lib/i18n/format';
import { useDayWords } from './use-day-words';

const WEEKS = 15;
const DAYS = WEEKS * 7;

interface Span {
  from: string;
  to: string;
}

/** Where days lie on the line, in hundredths; nothing where they are all outside it. */
function placeOf(monday: string, { from, to }: Span): { left: string; width: string } | undefined {
  const start = Math.max(0, daysFrom(monday, from));
  const end = Math.min(DAYS, daysFrom(monday, to) + 1);
  if (end <= start) return undefined;
  return { left: `${(start / DAYS) * 100}%`, width: `${((end - start) / DAYS) * 100}%` };
}

interface Props {
  hands: HandsDto;
  closures: readonly Closure[];
  onDrag: (staffId: string, days: Span) => void;
}

/** Fifteen weeks of everybody, for the eye and the mouse: the list below says the same, and the form does the same. */
export function HandsChart({ hands, closures, onDrag }: Props) {
  const t = useTranslations('hands');
  const locale = useLocale();
  const monday = mondayOf(hands.today);
  return (
    <div className="hands-chart" aria-hidden="true">
      <div className="hands-line hands-head">
        <span />
        <span className="hands-track">
          {Array.from({ length: WEEKS / 3 }, (_, index) => addDays(monday, index * 21)).map((day, index) => (
            <span key={day} className="hands-date caption" style={{ left: `${(index / (WEEKS / 3)) * 100}%` }}>
              {formatShortDate(locale, day)}
            </span>
          ))}
        </span>
      </div>
      {hands.items.map((hand) => (
        <Line key={hand.id} {...{ hand, monday, closures }} onDrag={(days) => onDrag(hand.id, days)} />
      ))}
      <p className="caption mt-3 flex gap-6 text-ink3">
        <span className="flex items-center gap-2">
          <span className="hands-sign hands-away" />
          {t('sure')}
        </span>
        <span className="flex items-center gap-2">
          <span className="hands-sign hands-closed" />
          {t('closed')}
        </span>
        <span>{t('drag')}</span>
      </p>
    </div>
  );
}

interface LineProps {
  hand: HandDto;
  monday: string;
  closures: readonly Closure[];
  onDrag: (days: Span) => void;
}

function Line({ hand, monday, closures, onDrag }: LineProps) {
  const t = useTranslations('hands');
  const words = useDayWords();
  const pressed = useRef<string | null>(null);
  const dayAt = (event: PointerEvent<HTMLElement>): string => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const at = Math.floor(((event.clientX - left) / width) * DAYS);
    return addDays(monday, Math.min(DAYS - 1, Math.max(0, at)));
  };
  return (
    <div className="hands-line">
      <span className="flex min-w-0 items-center gap-2">
        <Avatar name={hand.name} size={28} />
        <span className="small truncate">{firstName(hand.name)}</span>
      </span>
      <span
        className="hands-track"
        data-draws=""
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          pressed.current = dayAt(event);
        }}
        onPointerUp={(event) => {
          const [from, to] = [pressed.current, dayAt(event)];
          pressed.current = null;
          // A mere press draws nothing: a day is a finger's breadth less.
          if (from !== null && from !== to) onDrag(from < to ? { from, to } : { from: to, to: from });
        }}
        onPointerCancel={() => {
          pressed.current = null;
        }}
      >
        {closures.map((closure) => {
          const place = placeOf(monday, closure);
          return place && <span key={closure.from} className="hands-closed" style={place} />;
        })}
        {hand.absences.map((absence) => {
          const place = placeOf(monday, absence);
          return (
            place && (
              <span key={absence.id} className="hands-away" style={place} title={words.absence(absence)}>
                {daysFrom(absence.from, absence.to) > 12 && t(`kinds.${absence.kind}`)}
              </span>
            )
          );
        })}
      </span>
    </div>
  );
}
