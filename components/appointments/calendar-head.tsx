'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { CalendarDay } from '@/lib/dashboard/schemas';
import { formatDay, formatLongDay, formatNumber } from '@/lib/i18n/format';
import { Link } from '@/lib/i18n/routing';
import { paths } from '@/lib/paths';

interface Props {
  day: CalendarDay;
  today: boolean;
  chosen: boolean;
  onChoose: () => void;
}

/** A day's head: its number, how full it is, and what is promised for it. On a phone it chooses the day. */
export function CalendarHead({ day: { day, planned, capacity, hours, promises }, today, chosen, onChoose }: Props) {
  const t = useTranslations('calendar');
  const locale = useLocale();
  const noon = `${day}T12:00:00Z`;
  const [weekday] = formatDay(locale, noon).split(' ');
  const load = { planned: formatNumber(locale, planned / 60), capacity: formatNumber(locale, capacity / 60) };
  const over = planned > capacity;
  return (
    <div className="cal-head" data-today={today || undefined} data-chosen={chosen || undefined}>
      <button type="button" className="cal-day" aria-pressed={chosen} onClick={onChoose}>
        <span aria-hidden="true">
          {weekday} <span className="cal-number">{Number(day.slice(8))}</span>
        </span>
        <span className="sr-only">{formatLongDay(locale, noon)}</span>
      </button>
      <span className={`cal-load ${over ? 'strong text-ocre' : ''}`}>
        {hours.length === 0 && planned === 0 ? (
          t('closed')
        ) : (
          <>
            <span aria-hidden="true">{t('load', load)}</span>
            <span className="sr-only">{t('loadOver', load)}</span>
          </>
        )}
      </span>
      {promises.length > 0 && (
        <ul className="cal-promises">
          {promises.map((one) => (
            <li key={one.id}>
              <Link href={paths.atelier.order(one.id)} title={one.title}>
                <span className="strong">{one.clientName}</span> {t('promise')}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
