'use client';

import { type CSSProperties, type KeyboardEvent, useRef, useState } from 'react';
import { DataTable, HeadCell, NumberCell } from '@/components/ui/data-table';
import { Link } from '@/lib/i18n/routing';
import type { Money } from '@/lib/money';
import { paths } from '@/lib/paths';
import { minorPerUnit } from '@/lib/money';
import type { StatsDto } from '@/lib/stats/schemas';
import { csvAmount } from './download-csv';
import { ChartSection } from './chart-section';
import { hairsOf, pathOf } from './line-scale';
import { useStatsWords } from './use-stats-words';

const at = (x: number, y: number): CSSProperties & Record<'--x' | '--y', string> => ({
  '--x': `${x}%`,
  '--y': `${y}%`,
});
/** The orders behind a point: those that paid something then. */
const listOf = ({ from, to }: { from: string; to: string }): string =>
  `${paths.atelier.orders}?view=all&shape=table&paidFrom=${from}&paidTo=${to}`;

/** What came in, step by step, beside the year before and what signed quotes still let expect. */
export function RevenueSection({ stats }: { stats: StatsDto }) {
  const { t, step, money, percent, locale } = useStatsWords();
  const { revenue, today } = stats;
  const running = today <= stats.to;
  const change = percent(revenue.total, revenue.compared.amount);
  const values = { total: money(revenue.total), percent: change ?? '' };
  const rows = [...revenue.buckets, ...revenue.expected];
  const cell = (value: Money | undefined) => (value ? money(value) : t('none'));
  const withBefore = revenue.buckets.some(({ yearBefore }) => yearBefore);
  return (
    <ChartSection
      id="revenue"
      title={t('revenue.title')}
      file={`revenue-${stats.from}-${stats.to}`}
      csv={[
        [
          t('revenue.when'),
          t('revenue.amount'),
          t('revenue.ordersHead'),
          t('revenue.beforeHead'),
          t('revenue.expectedHead'),
        ],
        ...revenue.buckets.map((one) => [
          one.from,
          csvAmount(one.amount, locale),
          one.orders,
          one.yearBefore ? csvAmount(one.yearBefore, locale) : '',
          '',
        ]),
        ...revenue.expected.map((one) => [one.from, '', '', '', csvAmount(one.amount, locale)]),
      ]}
      chart={rows.length === 0 ? null : <RevenueChart stats={stats} />}
      table={
        <DataTable caption={t('revenue.title')} compact>
          <thead>
            <tr>
              <HeadCell>{t('revenue.when')}</HeadCell>
              <HeadCell number>{t('revenue.amount')}</HeadCell>
              <HeadCell number>{t('revenue.ordersHead')}</HeadCell>
              {withBefore && <HeadCell number>{t('revenue.beforeHead')}</HeadCell>}
            </tr>
          </thead>
          <tbody>
            {revenue.buckets.map((one) => (
              <tr key={one.from}>
                <td>
                  <Link href={listOf(one)}>{step(one)}</Link>
                </td>
                <NumberCell>{money(one.amount)}</NumberCell>
                <NumberCell>{one.orders}</NumberCell>
                {withBefore && <NumberCell>{cell(one.yearBefore)}</NumberCell>}
              </tr>
            ))}
            {revenue.expected.map((one) => (
              <tr key={one.from} className="text-ink3">
                <td>
                  {step(one)}, {t('revenue.expectedHead').toLocaleLowerCase()}
                </td>
                <NumberCell>{money(one.amount)}</NumberCell>
                <NumberCell>{t('none')}</NumberCell>
                {withBefore && <NumberCell>{t('none')}</NumberCell>}
              </tr>
            ))}
          </tbody>
        </DataTable>
      }
      sentence={
        <>
          {change === undefined
            ? t('revenue.sum', values)
            : t(running ? 'revenue.sumChangeSoFar' : 'revenue.sumChange', values)}
          {revenue.others.length > 0 && ` ${t('revenue.others', { sums: revenue.others.map(money).join(', ') })}`}
        </>
      }
    />
  );
}

function RevenueChart({ stats }: { stats: StatsDto }) {
  const { t, tick, step, money } = useStatsWords();
  const [active, setActive] = useState<number | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const { buckets, expected } = stats.revenue;
  const steps = [...buckets, ...expected];
  // Before its first order the house brought in nothing because there was no house.
  const began = Math.max(
    0,
    buckets.findIndex(({ to }) => to >= (stats.since ?? '')),
  );
  const currency = stats.revenue.total.currency;
  const all = [
    ...buckets.flatMap((one) => [one.amount.amount, one.yearBefore?.amount ?? 0]),
    ...expected.map((one) => one.amount.amount),
  ];
  const top = Math.max(100, ...all);
  const bottom = Math.min(0, ...all);
  const x = (index: number) => ((index + 0.5) / steps.length) * 100;
  const y = (amount: number) => ((amount - bottom) / ((top - bottom) * 1.12)) * 100;
  const last = buckets.length - 1;
  const now = buckets.map(({ amount }, index) => (index < began ? undefined : { x: x(index), y: y(amount.amount) }));
  const before = buckets.map(({ yearBefore }, index) => yearBefore && { x: x(index), y: y(yearBefore.amount) });
  const coming = [now[last], ...expected.map(({ amount }, index) => ({ x: x(last + 1 + index), y: y(amount.amount) }))];
  const marked = before.findIndex((point, index) => point && index >= Math.min(3, last));
  const beforeAt = before[marked];
  const amounts = buckets.map(({ amount }) => amount.amount);
  const unit = minorPerUnit(currency);
  const ofAmount = (amount: number) => money({ amount, currency });

  const go = (event: KeyboardEvent, index: number) => {
    if (event.key === 'Escape') return setActive(null);
    const next = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: last }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    list.current?.querySelectorAll('a')[Math.min(last, Math.max(0, next))]?.focus();
  };
  const shown = active === null ? undefined : buckets[active];
  const dot = active === null ? undefined : now[active];
  // Words stand at every step where there is room, else at each second or third.
  const each = Math.ceil(steps.length / 15);
  return (
    <div className="line-chart">
      <div className="line-plot">
        <div
          className="line-drawing"
          role="img"
          aria-label={t('revenue.image', {
            count: buckets.length,
            from: buckets[0] ? step(buckets[0]) : '',
            to: buckets[last] ? step(buckets[last]) : '',
            least: ofAmount(Math.min(...amounts)),
            most: ofAmount(Math.max(...amounts)),
            last: ofAmount(amounts[last] ?? 0),
          })}
        >
          {hairsOf(top / unit).map((value) => (
            <span key={value} className="line-hair" style={{ '--at': `${y(value * unit)}%` } as CSSProperties}>
              <span>{ofAmount(value * unit)}</span>
            </span>
          ))}
          <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
            <path data-line="before" d={pathOf(before)} />
            {expected.length > 0 && <path data-line="expected" d={pathOf(coming)} />}
            <path d={pathOf(now)} />
          </svg>
          {now.map(
            (point, index) =>
              point && (
                <span
                  key={buckets[index]?.from}
                  className="line-dot"
                  data-last={(index === last && active !== index) || undefined}
                  data-active={active === index || undefined}
                  style={at(point.x, point.y)}
                />
              ),
          )}
          {beforeAt && (
            <span className="line-words mb-[-1.4rem]" style={at(beforeAt.x, beforeAt.y)}>
              {t('revenue.before')}
            </span>
          )}
          {expected.length > 0 && <span className="line-words right-0 -top-1">{t('revenue.expected')}</span>}
        </div>
        {dot && shown && (
          <>
            <span className="line-pole" style={at(dot.x, dot.y)} aria-hidden="true" />
            <span
              className="chart-flag"
              data-side={dot.x > 60 ? 'end' : undefined}
              style={at(dot.x, dot.y)}
              aria-hidden="true"
            >
              <strong>
                {step(shown)}, {money(shown.amount)}
              </strong>
              {t('revenue.opens', { orders: t('revenue.orders', { count: shown.orders }) })}
            </span>
          </>
        )}
      </div>
      <ul ref={list} className="line-points" aria-label={t('revenue.points')}>
        {steps.map((one, index) => {
          const own = buckets[index];
          const label = (
            <span
              className="line-label"
              data-last={index === last || undefined}
              data-thin={(last - index) % 3 !== 0 || undefined}
              hidden={(last - index) % each !== 0}
            >
              {tick(one)}
            </span>
          );
          return (
            <li key={one.from}>
              {own ? (
                <Link
                  className="line-point"
                  href={listOf(own)}
                  aria-label={t('revenue.point', {
                    when: step(own),
                    amount: money(own.amount),
                    orders: t('revenue.orders', { count: own.orders }),
                  })}
                  tabIndex={index === (active ?? last) ? 0 : -1}
                  data-ring-inside=""
                  onFocus={() => setActive(index)}
                  onBlur={() => setActive(null)}
                  onMouseEnter={() => setActive(index)}
                  onMouseLeave={() => setActive(null)}
                  onKeyDown={(event) => go(event, index)}
                >
                  {label}
                </Link>
              ) : (
                <span className="line-point" aria-hidden="true">
                  {label}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
