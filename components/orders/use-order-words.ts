'use client';

import { useLocale, useTranslations } from 'next-intl';
import { formatDate, formatMoney, formatShortDate, formatTime, typo } from '@/lib/i18n/format';
import type { Money } from '@/lib/money';
import type { EventDetails } from '@/lib/orders/event-details';
import { isDay } from '@/lib/orders/fields';
import type { ChangeDto, QuoteDto } from '@/lib/orders/answers';
import type { OptionValue } from '@/lib/orders/schemas';

type NotedAgreement = { noted?: QuoteDto['noted']; by?: { name: string }; at?: string };

/** The words an order is told in: names of fields and wishes, values, effects on price and date. */
export function useOrderWords() {
  const t = useTranslations('orders');
  const stages = useTranslations('stages');
  const locale = useLocale();

  /** « Traîne » for `options.train`; a name the house does not know is shown as it was typed. */
  const field = (name: string): string => {
    const key = name.startsWith('options.') ? name : `fields.${name}`;
    return t.has(key as 'fields.title') ? t(key as 'fields.title') : name.replace(/^options\./, '');
  };
  const option = (value: OptionValue): string =>
    typeof value === 'boolean' ? t(value ? 'options.yes' : 'options.no') : String(value);
  const value = (change: ChangeDto, side: 'from' | 'to'): string => {
    const text = change[side];
    if (!text) return t(side === 'from' ? 'change.empty' : 'change.taken');
    return isDay(change.field) ? formatDate(locale, text) : text;
  };
  const money = (amount: Money, sign = false): string => formatMoney(locale, amount, { sign });
  const days = (count: number): string =>
    count === 0 ? t('noDelay') : typo(`${count > 0 ? '+' : '\u2212'}\u202F${t('days', { days: Math.abs(count) })}`);
  /** « + 85,00 € et + 3 jours ». */
  const effect = (price: Money | undefined, delta: number | undefined): string =>
    price && delta
      ? t('events.effect', { price: money(price, true), days: days(delta) })
      : price
        ? money(price, true)
        : delta
          ? days(delta)
          : '';
  /** What the house noted: whose agreement, how it was given, by whom it was written down and when. */
  const given = ({ noted }: Pick<NotedAgreement, 'noted'>, name: string): string => {
    const said = t(`agreement.given.${noted?.how ?? 'unsaid'}`, { name: noted?.givenBy ?? name });
    if (!noted?.givenAt) return said;
    const [day, time] = [formatShortDate(locale, noted.givenAt), formatTime(locale, noted.givenAt)];
    return t('agreement.givenAt', { said, day, time });
  };
  const notedBy = ({ by, at }: Pick<NotedAgreement, 'by' | 'at'>): string =>
    t('agreement.notedBy', {
      name: by?.name ?? '',
      when: at ? `${formatShortDate(locale, at)}, ${formatTime(locale, at)}` : '',
    });
  const agreed = ({ noted, answeredBy, answeredAt }: QuoteDto, name: string): string =>
    `${given({ noted }, name)}. ${notedBy({ by: answeredBy, at: answeredAt })}`;
  /** « De la conversation : Awa Diallo, 24 nov. » */
  const cameFrom = ({ name, at }: NonNullable<EventDetails['cameFrom']>): string =>
    t('events.cameFrom', { name, day: formatShortDate(locale, at) });
  return { t, stages, locale, field, option, value, money, days, effect, given, notedBy, agreed, cameFrom };
}
