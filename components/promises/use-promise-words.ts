'use client';

import { useLocale, useTranslations } from 'next-intl';
import { inLanguage } from '@/lib/i18n/bilingual';
import { firstName, formatDayMonth, formatDuration } from '@/lib/i18n/format';
import type { PromiseReason, PromiseRemedy } from '@/lib/promises/schemas';

/** Why a day does not simply hold, and what would help, in sentences. */
export function usePromiseWords() {
  const t = useTranslations('promises');
  const locale = useLocale();
  const on = (day: string | undefined) => (day ? formatDayMonth(locale, day) : '');
  const hours = (minutes: number | undefined) => formatDuration(minutes ?? 0);
  const titleOf = ({ title, clientName }: NonNullable<PromiseReason['other']>) =>
    clientName ? t('of', { title, client: clientName }) : title;

  const reason = (one: PromiseReason): string => {
    const { kind, other } = one;
    switch (kind) {
      case 'past':
        return t('reasons.past');
      case 'closed':
        return one.label
          ? t('reasons.closedFor', { from: on(one.from), to: on(one.to), label: inLanguage(one.label, locale) ?? '' })
          : t('reasons.closed');
      case 'afterEvent':
        return t('reasons.afterEvent', { day: on(one.eventDay) });
      case 'feast':
        return t('reasons.feast', { from: on(one.from), to: on(one.to) });
      case 'notBefore':
        return t('reasons.notBefore', { day: on(one.from) });
      case 'beyondHands':
        return t('reasons.beyondHands', {
          missing: hours(one.missing),
          name: firstName(one.name ?? ''),
          free: hours(one.free),
          needed: hours(one.needed),
          week: on(one.week),
        });
      case 'littleMargin':
        return t('reasons.littleMargin', { needed: hours(one.needed), margin: hours(one.margin), week: on(one.week) });
      case 'otherSuffers': {
        if (!other) return '';
        const title = titleOf(other);
        return other.to && other.to > other.due
          ? t('reasons.otherSuffers', { title, due: on(other.due), to: on(other.to) })
          : t('reasons.otherFalls', { title, due: on(other.due) });
      }
    }
  };

  const remedy = ({ kind, shares = [], other }: PromiseRemedy): string | undefined => {
    if (kind === 'anotherHand') {
      const named = shares.map(({ name, minutes }) => t('share', { name: firstName(name), hours: hours(minutes) }));
      return t('remedies.anotherHand', { shares: named.join(' ; ') });
    }
    if (kind === 'anotherOrder' && other)
      return t('remedies.anotherOrder', { title: titleOf(other), due: on(other.due), to: on(other.to) });
    return undefined;
  };

  return { t, locale, on, hours, reason, remedy };
}
