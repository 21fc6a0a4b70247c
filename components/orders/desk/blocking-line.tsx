'use client';

import { CircleMinus, Pause } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { LinkLikeButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { formatShortDate } from '@/lib/i18n/format';
import type { OrderDto } from '@/lib/orders/answers';
import { nextStage } from '@/lib/house/stages';
import { useOrderWords } from '../use-order-words';
import type { Side } from '@/lib/orders/words';

interface Props {
  order: OrderDto;
  onResume: () => void;
  onQuote: () => void;
  onOpen: (tab: 'quotes' | 'changes' | 'cutting') => void;
}

/** The one thing the order waits for, in a sentence, with the gesture that moves it on; nothing when it waits for nobody. */
export function BlockingLine({ order, onResume, onQuote, onOpen }: Props) {
  const { t, locale } = useOrderWords();
  const stages = useTranslations('stages.stage');
  const line = (text: string, action?: ReactNode, icon = CircleMinus) => (
    <p className="small flex flex-wrap items-center gap-x-2.5 gap-y-1 text-ocre">
      <span className="inline-flex gap-2.5">
        <span className="mt-0.5 flex-none">
          <Icon of={icon} size={16} />
        </span>
        {text}
      </span>
      {action}
    </p>
  );
  const link = (label: string, press: () => void) => <LinkLikeButton onPress={press}>{label}</LinkLikeButton>;
  if (order.onHold) {
    const { reason, since, until } = order.onHold;
    const text = until
      ? t('state.onHoldUntil', { date: formatShortDate(locale, until), reason })
      : t('state.onHoldSince', { date: formatShortDate(locale, since), reason });
    return line(text, link(t('hold.resume'), onResume), Pause);
  }
  if (order.stage === 'requested') return line(t('blocking.quote'), link(t('quote.new'), onQuote));
  const next = nextStage(order.stage, order.kind);
  if (order.stage === 'quoted') {
    const quote = order.quotes.find(({ status }) => status === 'open');
    const text = quote?.expired ? t('blocking.expired') : t('blocking.accept', { name: order.clientName });
    return line(
      text,
      link(t('blocking.open'), () => onOpen('quotes')),
    );
  }
  if (!next || order.allowed.includes(next)) return null;
  const waiting = order.changeRequests.some(({ status }) => status === 'open' || status === 'answered');
  if (next !== 'cutting')
    return waiting && next === order.lockStage
      ? line(
          t('blocking.change', { stage: stages(next) }),
          link(t('blocking.open'), () => onOpen('changes')),
        )
      : null;
  const approval = order.cuttingApprovals.at(-1);
  const signed = (side: Side) => approval?.signatures.some((one) => one.side === side);
  const open = link(t('blocking.open'), () => onOpen('cutting'));
  if (!approval || approval.sheet.revision !== order.revision)
    return line(t(approval ? 'blocking.outdated' : 'blocking.sheet'), open);
  if (!signed('house')) return line(t('blocking.house'), open);
  if (!signed('client')) return line(t('blocking.client', { name: order.clientName }), open);
  return waiting
    ? line(
        t('blocking.change', { stage: stages(next) }),
        link(t('blocking.open'), () => onOpen('changes')),
      )
    : null;
}
