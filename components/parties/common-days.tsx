'use client';

import { LinkLikeButton } from '@/components/ui/button';
import { SectionHead } from '@/components/ui/section-head';
import { formatClock, formatDayNumber, formatLongDay, formatMonth } from '@/lib/i18n/format';
import type { CommonDayDto } from '@/lib/parties/schemas';
import { usePartyWords } from './use-party-words';

interface Props {
  days: readonly CommonDayDto[];
  onAsk: (day?: CommonDayDto) => void;
}

/** The days everybody shares: proposed ones are basted until they are agreed on. */
export function CommonDays({ days, onAsk }: Props) {
  const { t, locale, noon } = usePartyWords();
  return (
    <section aria-labelledby="party-days">
      <SectionHead
        id="party-days"
        title={t('days.title')}
        aside={<LinkLikeButton onPress={() => onAsk()}>{t('days.add')}</LinkLikeButton>}
      />
      {days.length === 0 && <p className="small py-5 text-ink2">{t('days.empty')}</p>}
      <ul>
        {days.map((one) => (
          <li key={one.n} className={`party-day ${one.held ? 'border-b border-hair' : 'basted-row'}`}>
            <p className="party-date" aria-hidden="true">
              <span className="h1 block">{formatDayNumber(locale, noon(one.day))}</span>
              <span className="smaller text-ink2">{formatMonth(locale, noon(one.day))}</span>
            </p>
            <div className="min-w-0">
              <p className="strong wrap-anywhere">{one.label}</p>
              <p className="small text-ink2">
                {formatLongDay(locale, noon(one.day))}
                {one.time && `, ${formatClock(locale, one.time)}`}. {t(one.held ? 'days.held' : 'days.asked')}.
              </p>
            </div>
            <LinkLikeButton onPress={() => onAsk(one)} aria-label={`${t('days.edit')}, ${one.label}`}>
              {t('days.edit')}
            </LinkLikeButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
