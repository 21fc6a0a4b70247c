'use client';

import { Triangle } from 'lucide-react';
import type { CSSProperties } from 'react';
import { DataTable, HeadCell, NumberCell } from '@/components/ui/data-table';
import { formatDay, typo } from '@/lib/i18n/format';
import { Link } from '@/lib/i18n/routing';
import { paths } from '@/lib/paths';
import type { KeptPiece, StatsDto } from '@/lib/stats/schemas';
import { ChartSection } from './chart-section';
import { useStatsWords } from './use-stats-words';

/** How far the line goes at least, and at most: a piece further out stands at the edge. */
const EARLY = { least: 6, most: 21 };
const LATE = { least: 6, most: 21 };
const reach = (days: readonly number[], { least, most }: typeof EARLY): number =>
  Math.min(most, Math.max(least, ...days));

/** Words beside a triangle take so much of the width: two late pieces nearer than that stand one above the other. */
const WORDS = 16;

/** Pieces of one couturier with their place: days left or right of the promise, one above the other on the same day. */
function placed(pieces: readonly KeptPiece[], early: number, late: number) {
  const places: { piece: KeptPiece; row: number; x: number }[] = [];
  for (const piece of pieces) {
    const day = Math.min(late, Math.max(-early, piece.days));
    const x = ((day + early) / (early + late)) * 100;
    const near = places.filter((one) =>
      piece.days > 0 ? one.piece.days > 0 && Math.abs(one.x - x) < WORDS : one.x === x,
    );
    const taken = new Set(near.map(({ row }) => row));
    places.push({ piece, x, row: Array.from(near, (_, row) => row).find((row) => !taken.has(row)) ?? near.length });
  }
  return places;
}
const heightOf = (places: ReturnType<typeof placed>): number =>
  Math.max(0, ...places.map(({ piece, row }) => (row + 1) * (piece.days > 0 ? 15 : 10))) + 14;

/** Every piece that was promised for a day, beside its day: a circle when it was ready in time, a red triangle when it was late. */
export function KeptSection({ stats }: { stats: StatsDto }) {
  const { t, locale } = useStatsWords();
  const { kept } = stats;
  const pieces = kept.couturiers.flatMap((one) => one.pieces.map((piece) => ({ ...piece, couturier: one.name })));
  const early = reach(
    pieces.map(({ days }) => -days),
    EARLY,
  );
  const late = reach(
    pieces.map(({ days }) => days),
    LATE,
  );
  const line = early / (early + late);
  const gap = (days: number): string =>
    days === 0
      ? t('kept.onDay')
      : days > 0
        ? t('kept.late', { days })
        : typo(`\u2212\u202F${t('daysShort', { days: -days })}`);
  const list = (id: string) => `${paths.atelier.orders}?view=all&shape=table&stage=delivered&couturierId=${id}`;
  if (pieces.length === 0)
    return (
      <ChartSection
        id="kept"
        title={t('kept.title')}
        file={`promises-${stats.from}-${stats.to}`}
        csv={[]}
        chart={null}
        table={null}
        sentence={t('kept.none')}
      />
    );
  return (
    <ChartSection
      id="kept"
      title={t('kept.title')}
      file={`promises-${stats.from}-${stats.to}`}
      csv={[
        [t('kept.piece'), t('kept.couturier'), t('kept.promised'), t('kept.delivered'), t('kept.gap')],
        ...pieces.map((one) => [`${one.number} ${one.title}`, one.couturier, one.promised, one.delivered, one.days]),
      ]}
      chart={
        <div className="kept-chart" style={{ '--line': line } as CSSProperties}>
          {kept.couturiers.map((one) => {
            const places = placed(one.pieces, early, late);
            return (
              <div key={one.id} className="kept-row" style={{ '--height': `${heightOf(places)}px` } as CSSProperties}>
                <Link href={list(one.id)}>{one.name}</Link>
                <div className="kept-field" aria-hidden="true">
                  {places.map(({ piece, row, x }) => {
                    const style = { '--x': `${x}%`, '--row': row } as CSSProperties;
                    return piece.days > 0 ? (
                      <span
                        key={piece.orderId}
                        className="kept-late"
                        data-side={x > 85 ? 'end' : undefined}
                        style={style}
                      >
                        <Triangle size={10} fill="currentColor" strokeWidth={0} />
                        {t('kept.late', { days: piece.days })}
                      </span>
                    ) : (
                      <span key={piece.orderId} className="kept-ring" style={style} title={piece.title} />
                    );
                  })}
                </div>
              </div>
            );
          })}
          <span className="kept-line" aria-hidden="true" />
          <div
            className="kept-scale"
            role="img"
            aria-label={t('kept.image', { promised: kept.promised, onTime: kept.onTime, late: kept.late })}
          >
            <span style={{ left: 0 }}>{t('kept.early', { days: early })}</span>
            <span className="text-ink" style={{ left: `${line * 100}%`, transform: 'translateX(-50%)' }}>
              {t('kept.line')}
            </span>
            <span style={{ right: 0 }}>{t('kept.lateSide')}</span>
          </div>
        </div>
      }
      table={
        <DataTable caption={t('kept.title')} compact fold>
          <thead>
            <tr>
              <HeadCell>{t('kept.piece')}</HeadCell>
              <HeadCell>{t('kept.couturier')}</HeadCell>
              <HeadCell>{t('kept.promised')}</HeadCell>
              <HeadCell number>{t('kept.gap')}</HeadCell>
            </tr>
          </thead>
          <tbody>
            {pieces.map((one) => (
              <tr key={one.orderId}>
                <td>
                  <Link href={paths.atelier.order(one.orderId)}>{one.title}</Link>
                </td>
                <td className="text-ink2">{one.couturier}</td>
                <td>{formatDay(locale, one.promised)}</td>
                <NumberCell>
                  <span className={one.days > 0 ? 'text-garance' : undefined}>{gap(one.days)}</span>
                </NumberCell>
              </tr>
            ))}
          </tbody>
        </DataTable>
      }
    />
  );
}
