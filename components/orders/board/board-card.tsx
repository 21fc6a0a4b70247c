'use client';

import { GripVertical } from 'lucide-react';
import { Avatar } from '@/components/ui/avatar';
import { Icon } from '@/components/ui/icon';
import { formatShortDate } from '@/lib/i18n/format';
import { Link } from '@/lib/i18n/routing';
import { askOf } from '@/lib/orders/asks';
import type { OrderDto } from '@/lib/orders/answers';
import { paths } from '@/lib/paths';
import { AskLine } from '../ask-line';
import { OrderPlate } from '../order-plate';
import { StageBar } from '../stage-bar';
import { StateTags } from '../state-tags';
import { useOrderWords } from '../use-order-words';

interface Props {
  order: OrderDto;
  lifted: boolean;
  onLift: () => void;
  onRest: () => void;
  /** Tells whether the key meant something here. */
  onKey: (key: string) => boolean;
}

/** An order on the board: a link to it, and a grip to move it by hand or by keys. */
export function BoardCard({ order, lifted, onLift, onRest, onKey }: Props) {
  const { t, locale } = useOrderWords();
  const ask = askOf(order, 'staff');
  return (
    <li
      draggable
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', order.number);
        onLift();
      }}
      onDragEnd={onRest}
      className={`relative border bg-sheet ${lifted ? 'border-ink shadow-lift' : 'border-hair'}`}
    >
      <Link
        href={paths.atelier.order(order.id)}
        draggable={false}
        className="block p-3.5 pr-9 text-ink no-underline hover:bg-sunk"
      >
        <span className="flex gap-3">
          <OrderPlate plate={order.plate} width={320} decorative className="h-[58px] w-[44px] flex-none" />
          <span className="min-w-0">
            <span className="small strong block">{order.title}</span>
            <span className="smaller block text-ink2">{order.clientName}</span>
            <span className="caption figures">{order.number}</span>
          </span>
        </span>
        <span className="mt-2 block">
          <StageBar stage={order.stage} kind={order.kind} size="compact" />
        </span>
        <span className="mt-2 grid grid-cols-[1fr_auto] items-end gap-2">
          <span className="smaller flex flex-wrap items-center gap-2 text-ink2">
            {order.promisedDate && t('state.for', { date: formatShortDate(locale, order.promisedDate) })}
            <StateTags order={order} />
          </span>
          <Avatar name={order.couturierName} size={26} />
        </span>
        {ask && (
          <span className="mt-1.5 block">
            <AskLine ask={ask} />
          </span>
        )}
      </Link>
      <button
        type="button"
        className="absolute top-2 right-1.5 flex size-7 cursor-grab items-center justify-center border-0 bg-transparent text-ink3"
        aria-label={t('list.lift', { title: order.title })}
        aria-pressed={lifted}
        onBlur={() => lifted && onRest()}
        onKeyDown={(event) => {
          if (onKey(event.key)) event.preventDefault();
        }}
      >
        <Icon of={GripVertical} size={16} />
      </button>
    </li>
  );
}
