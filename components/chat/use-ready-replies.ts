'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useMe } from '@/lib/http/me';
import { firstName, formatDate, formatDay, formatLongDay, formatMoney, formatTime } from '@/lib/i18n/format';
import type { OrderDto } from '@/lib/orders/answers';
import { KNOWN_FIELDS, type KnownField, knownField, type ReadyReply } from '@/lib/ready-replies';

/** What the house knows that a ready reply may name. */
export interface ReplyFacts {
  /** The other person's whole name. */
  name: string;
  order?: OrderDto;
  /** The week's opening hours, in words. */
  openings: readonly string[];
  /** Hours at which the couturier is free, as ISO moments, earliest first. */
  free: readonly string[];
}

const FIRST = ['hours', 'look', 'progress', 'done'] as const;

/** The sentences a house begins with, in the reader's language. */
export function useFirstReplies(): ReadyReply[] {
  const t = useTranslations('chat.ready.first');
  return FIRST.map((one) => ({ title: t(`${one}.title`), text: t(`${one}.text`) }));
}

/** My ready replies, or those the house begins with. */
export function useReadyReplies(): ReadyReply[] {
  const first = useFirstReplies();
  const { data: me } = useMe();
  return me?.readyReplies ?? first;
}

/** What fills a field: a value that is known, and those among which one chooses. */
export function useReplyFields({ name, order, openings, free }: ReplyFacts) {
  const t = useTranslations('chat.ready');
  const stages = useTranslations('stages');
  const locale = useLocale();
  const names = Object.fromEntries(KNOWN_FIELDS.map((field) => [field, t(`names.${field}`)])) as Record<
    KnownField,
    string
  >;
  const known: Partial<Record<KnownField, string>> = {
    firstName: firstName(name),
    piece: order?.title,
    stage: order && stages(`stage.${order.stage}`).toLocaleLowerCase(locale),
    promisedDay: order?.promisedDate && formatDate(locale, order.promisedDate),
    leftToPay: order?.balance && formatMoney(locale, order.balance),
    openingHours: openings.length > 0 ? openings.join(' ; ') : undefined,
  };
  return {
    /** What stands in a field before anything is typed; empty where the house does not know. */
    valueOf: (field: string): string => {
      const means = knownField(field, names);
      return (means && known[means]) ?? '';
    },
    /** Free hours: what the button says, and what it puts into the sentence. */
    offersOf: (field: string): { label: string; words: string }[] =>
      knownField(field, names) === 'hour'
        ? free.map((start) => {
            const time = formatTime(locale, start);
            return {
              label: `${formatDay(locale, start)}, ${time}`,
              words: t('hourWords', { day: formatLongDay(locale, start), time }),
            };
          })
        : [],
  };
}
