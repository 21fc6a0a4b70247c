'use client';

import { useLocale, useTranslations } from 'next-intl';
import { wordmarkParts } from '@/lib/house/wordmark';
import { formatMoney } from '@/lib/i18n/format';
import { decimalsOf } from '@/lib/money';

interface Props {
  name: string;
  address: string;
  currency: string;
}

/** A sum that looks like one of its currency. */
const sample = (currency: string) => ({ amount: decimalsOf(currency) === 0 ? 185_000 : 480_00, currency });

/** What others will see of what is typed: a quote, as an example. */
export function HousePreview({ name, address, currency }: Props) {
  const t = useTranslations('house.firstSteps');
  const locale = useLocale();
  const [roman, italic] = wordmarkParts(name);
  const sum = formatMoney(locale, sample(currency));
  return (
    <aside aria-labelledby="seen" className="first-preview">
      <h2 id="seen" className="smaller strong border-b border-ink pb-3">
        {t('seen')}
      </h2>
      <div className="first-paper">
        <p className="serif text-[22px] break-words">
          {roman}
          <em className="serif-italic">{italic}</em>
        </p>
        {address && <p className="caption mt-1 whitespace-pre-line text-ink2">{address}</p>}
        <p className="h2 mt-6">{t('quote')}</p>
        <div className="pique mt-3" />
        <p className="smaller flex justify-between gap-4 border-b border-hair py-3">
          <span>{t('sampleLine')}</span>
          <span className="figures whitespace-nowrap">{sum}</span>
        </p>
        <p className="serif flex justify-between gap-4 pt-3 text-[20px]">
          <span>{t('total')}</span>
          <span className="figures whitespace-nowrap">{sum}</span>
        </p>
      </div>
      <p className="caption mt-3 text-ink2">{t('sampleNote')}</p>
    </aside>
  );
}
