'use client';

import { useState } from 'react';
import { DataTable, HeadCell, NumberCell } from '@/components/ui/data-table';
import { Balance } from '../balance';
import { formatDate } from '@/lib/i18n/format';
import { Link } from '@/lib/i18n/routing';
import { askOf } from '@/lib/orders/asks';
import { isOver, STAGES } from '@/lib/house/stages';
import type { OrderDto } from '@/lib/orders/answers';
import { paths } from '@/lib/paths';
import { AskLine } from '../ask-line';
import { OrderPlate } from '../order-plate';
import { StageWord } from '../phase';
import { StateTags } from '../state-tags';
import { useOrderWords } from '../use-order-words';

const dueRank = ({ stage, promisedDate }: OrderDto) => (isOver(stage) ? '99' : '') + (promisedDate ?? '9');

const SORTS = {
  piece: (a: OrderDto, b: OrderDto) => a.title.localeCompare(b.title),
  client: (a: OrderDto, b: OrderDto) => a.clientName.localeCompare(b.clientName),
  stage: (a: OrderDto, b: OrderDto) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage),
  couturier: (a: OrderDto, b: OrderDto) => a.couturierName.localeCompare(b.couturierName),
  // What is promised first comes first; what is not promised comes after it, what is over last.
  due: (a: OrderDto, b: OrderDto) => dueRank(a).localeCompare(dueRank(b)),
  balance: (a: OrderDto, b: OrderDto) => (a.balance?.amount ?? 0) - (b.balance?.amount ?? 0),
};
type Column = keyof typeof SORTS;
const COLUMNS = Object.keys(SORTS) as Column[];

/** The orders as a ledger; a head sorts, the first cell leads to the order. */
export function OrderTable({ orders }: { orders: readonly OrderDto[] }) {
  const { t, locale } = useOrderWords();
  const [sort, setSort] = useState<{ by: Column; down: boolean }>({ by: 'due', down: false });
  const sorted = orders.toSorted((a, b) => SORTS[sort.by](a, b) * (sort.down ? -1 : 1));
  return (
    <DataTable caption={t('list.caption')}>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <HeadCell
              key={column}
              number={column === 'balance'}
              sorted={sort.by === column ? (sort.down ? 'descending' : 'ascending') : undefined}
              onSort={() => setSort({ by: column, down: sort.by === column && !sort.down })}
            >
              {t(`list.column.${column}`)}
            </HeadCell>
          ))}
        </tr>
      </thead>
      <tbody>
        {sorted.map((order) => {
          const ask = askOf(order, 'staff');
          // Handed over and paid is not what matters of it now.
          const isReported = ask === 'defect' && isOver(order.stage);
          return (
            <tr key={order.id}>
              <td className="min-w-52">
                <Link href={paths.atelier.order(order.id)} className="flex items-center gap-3 text-ink no-underline">
                  <OrderPlate plate={order.plate} width={320} decorative className="h-[46px] w-[35px] flex-none" />
                  <span>
                    <span className="strong block">{order.title}</span>
                    <span className="caption figures">{order.number}</span>
                  </span>
                </Link>
              </td>
              <td>{order.clientName}</td>
              <td className="min-w-40">
                <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  {!isReported && <StageWord stage={order.stage} />}
                  <StateTags order={order} />
                </span>
                {ask && <AskLine ask={ask} />}
              </td>
              <td>{order.couturierName}</td>
              <td className="whitespace-nowrap">{order.promisedDate && formatDate(locale, order.promisedDate)}</td>
              <NumberCell>{!(isReported && order.balance?.amount === 0) && <Balance of={order.balance} />}</NumberCell>
            </tr>
          );
        })}
      </tbody>
    </DataTable>
  );
}
