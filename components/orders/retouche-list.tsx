'use client';

import { TextLink } from '@/components/ui/link-button';
import { formatShortDate } from '@/lib/i18n/format';
import type { OrderDto } from '@/lib/orders/answers';
import { StageWord } from './phase';
import { useOrderWords } from './use-order-words';

interface Props {
  retouches: NonNullable<OrderDto['retouches']>;
  orderHref: (id: string) => string;
}

/** The retouches of a piece: number, what is done, where each stands. */
export function RetoucheList({ retouches, orderHref }: Props) {
  const { t, locale } = useOrderWords();
  return (
    <ul>
      {retouches.map(({ id, number, description, stage, createdAt, promisedDate }) => (
        <li key={id} className="border-b border-hair py-3">
          <p className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
            <TextLink href={orderHref(id)} className="small strong figures">
              {number}
            </TextLink>
            <StageWord stage={stage} />
          </p>
          <p className="small mt-1 line-clamp-2 wrap-anywhere text-ink2">{description}</p>
          <p className="caption mt-1">
            {t('retouche.since', { date: formatShortDate(locale, createdAt) })}
            {promisedDate && `, ${t('state.for', { date: formatShortDate(locale, promisedDate) })}`}
          </p>
        </li>
      ))}
    </ul>
  );
}
