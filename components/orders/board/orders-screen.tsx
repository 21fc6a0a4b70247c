'use client';

import { Plus, Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useSearchParams } from 'next/navigation';
import { useDeferredValue } from 'react';
import { Refusal } from '@/components/form/refusal';
import { Empty } from '@/components/ui/empty';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { Segments } from '@/components/ui/segments';
import { TextField } from '@/components/ui/text-field';
import { useOrders } from '@/lib/http/orders';
import { formatShortDate } from '@/lib/i18n/format';
import { STAGES } from '@/lib/house/stages';
import type { OrderDto } from '@/lib/orders/answers';
import { paths } from '@/lib/paths';
import { useOrderWords } from '../use-order-words';
import { FacetMenu } from '@/components/ui/facet-menu';
import { filtersOf, type Looking, readLooking, VIEWS, WHATS } from './filters';
import { OrderBoard } from './order-board';
import { OrderTable } from './order-table';

interface Props {
  /** What the page was rendered with, and for which look; `undefined` when there was more than one page. */
  initial: OrderDto[] | undefined;
  initialLook: Looking;
  viewerId: string;
  couturiers: readonly { id: string; name: string }[];
}

const BARE = { what: '', stage: '', couturierId: '', due: '', paidFrom: '', paidTo: '', q: '' } as const;
const FIRST = { view: 'active', shape: 'board', ...BARE } as const satisfies Looking;

/** All orders of the house: a board by phase or a ledger, narrowed by what the address says. */
export function OrdersScreen({ initial, initialLook, viewerId, couturiers }: Props) {
  const { t, locale } = useOrderWords();
  const stages = useTranslations('stages.stage');
  const query = useSearchParams();
  const look = readLooking((name) => query.get(name));
  const set = (change: Partial<Looking>) => {
    const url = new URL(window.location.href);
    for (const [key, value] of Object.entries({ ...look, ...change })) {
      if (value === FIRST[key as keyof Looking]) url.searchParams.delete(key);
      else url.searchParams.set(key, value);
    }
    window.history.replaceState(null, '', url);
  };
  const filters = filtersOf({ ...look, q: useDeferredValue(look.q) }, viewerId);
  const same = JSON.stringify(filters) === JSON.stringify(filtersOf(initialLook, viewerId));
  const { data: orders, error, isError, refetch } = useOrders(filters, same ? initial : undefined);
  const facets = [
    { key: 'what', value: look.what, options: WHATS.map((id) => ({ id, label: t(`list.what.${id}`) })) },
    { key: 'stage', value: look.stage, options: STAGES.map((id) => ({ id, label: stages(id) })) },
    { key: 'couturierId', value: look.couturierId, options: couturiers.map(({ id, name }) => ({ id, label: name })) },
    {
      key: 'due',
      value: look.due,
      options: (['late', 'week', 'month', 'none'] as const).map((id) => ({ id, label: t(`list.due.${id}`) })),
    },
  ] as const;
  const isPaid = look.paidFrom !== '' && look.paidTo !== '';
  const narrowed = facets.some(({ value }) => value) || isPaid || look.q !== '';
  return (
    <div className="px-(--margin) py-8">
      <header className="flex flex-wrap items-end justify-between gap-4">
        <h1 className="d3">{t.rich('list.title', { em: (text) => <em>{text}</em>, count: orders?.length ?? 0 })}</h1>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <Segments
            label={t('list.shape')}
            value={look.shape}
            onChange={(shape) => set({ shape: shape as Looking['shape'] })}
            items={[
              { id: 'board', label: t('list.board') },
              { id: 'table', label: t('list.table') },
            ]}
          />
          <LinkButton href={paths.atelier.parties} size="small">
            {t('list.parties')}
          </LinkButton>
          <LinkButton href={paths.atelier.newOrder} variant="primary" size="small">
            <Icon of={Plus} size={16} />
            {t('list.new')}
          </LinkButton>
        </div>
      </header>
      <div className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-3 border-y border-hair py-2.5">
        <Segments
          label={t('list.views')}
          value={look.view}
          onChange={(view) => set({ view: view as Looking['view'] })}
          items={VIEWS.map((id) => ({ id, label: t(`list.view.${id}`) }))}
        />
        {facets.map((facet) => (
          <FacetMenu
            key={facet.key}
            label={t(`list.facet.${facet.key}`)}
            any={t('list.any')}
            options={facet.options}
            value={facet.value}
            onChange={(value) => set({ [facet.key]: value })}
          />
        ))}
        <div className="min-w-44 flex-1 [&_.field-head]:sr-only">
          <TextField
            label={t('list.search')}
            type="search"
            placeholder={t('list.search')}
            prefix={<Icon of={Search} size={16} />}
            value={look.q}
            onChange={(q) => set({ q })}
          />
        </div>
      </div>
      {narrowed && (
        <p className="small mt-3 flex flex-wrap items-center gap-4 text-ink2">
          <span role="status">{t('list.found', { count: orders?.length ?? 0 })}</span>
          {isPaid && (
            <span>
              {t('list.paidBetween', {
                from: formatShortDate(locale, look.paidFrom),
                to: formatShortDate(locale, look.paidTo),
              })}
            </span>
          )}
          <button type="button" className="link" onClick={() => set(BARE)}>
            {t('list.clear')}
          </button>
        </p>
      )}
      <div className="mt-6">
        {isError && !orders ? (
          <Refusal of={error} again={() => void refetch()} />
        ) : orders?.length === 0 ? (
          <Empty drawing={narrowed ? 'loupe' : 'hanger'} title={t(narrowed ? 'list.nothing' : 'list.none')}>
            {t(narrowed ? 'list.nothingHelp' : 'list.noneHelp')}
          </Empty>
        ) : look.shape === 'board' ? (
          <OrderBoard orders={orders ?? []} withOver={look.view === 'all' || look.what === 'defect'} />
        ) : (
          <OrderTable orders={orders ?? []} />
        )}
      </div>
    </div>
  );
}
