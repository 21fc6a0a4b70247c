'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { MeasurementSet } from '@/lib/clients/measurement-dto';
import { POINT_CODES, type PointCode } from '@/lib/clients/measurement-points';
import { daysBetween, formatDifference, formatNumber, formatShortDate, typo } from '@/lib/i18n/format';

const WIDTH = 600;
const HEIGHT = 76;
const PAD = 28;

interface Reading {
  at: number;
  value: number;
}

/** The points a set of histories shows first: those of the bust and hips, else whatever there is. */
const FIRST: readonly PointCode[] = ['bustGirth', 'waistGirth', 'hipGirth'];

/** One decimal always, as the tape is read. */
const cm = (locale: 'fr' | 'en', value: number): string =>
  Number.isInteger(value)
    ? `${formatNumber(locale, value)}${locale === 'fr' ? ',0' : '.0'}`
    : formatNumber(locale, value);

function Curve({ readings, from, to, label }: { readings: Reading[]; from: number; to: number; label: string }) {
  const locale = useLocale();
  const values = readings.map((one) => one.value);
  const low = Math.min(...values);
  const span = Math.max(...values) - low;
  const x = (at: number) => PAD + (to === from ? 0.5 : (at - from) / (to - from)) * (WIDTH - 2 * PAD);
  // A change of under two centimetres is drawn as the small change it is.
  const y = (value: number) => 52 - ((value - low) / Math.max(span, 4)) * 26;
  const last = readings.length - 1;
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="h-auto w-full" role="img" aria-label={label}>
      <path d={`M0 ${HEIGHT - 6}H${WIDTH}`} stroke="var(--hair)" />
      <polyline
        points={readings.map((one) => `${x(one.at)},${y(one.value)}`).join(' ')}
        fill="none"
        stroke="var(--ink)"
        strokeWidth="1.6"
      />
      {readings.map((one, index) => (
        <g key={one.at}>
          <circle
            cx={x(one.at)}
            cy={y(one.value)}
            r={index === last ? 4.5 : 3.5}
            fill={index === last ? 'var(--garance)' : 'var(--paper)'}
            stroke={index === last ? 'none' : 'var(--ink)'}
            strokeWidth="1.4"
          />
          <text x={x(one.at)} y={y(one.value) - 9} textAnchor="middle" fontSize="11.5" fill="var(--ink2)">
            {cm(locale, one.value)}
          </text>
        </g>
      ))}
    </svg>
  );
}

interface Props {
  sets: readonly MeasurementSet[];
  /** All points that were ever taken, or the first three. */
  all?: boolean;
}

/** One row per point: its name, the last value, how it changed, and its curve on a time axis shared by the rows. */
export function MeasureHistory({ sets, all }: Props) {
  const t = useTranslations('measurements');
  const locale = useLocale();
  const oldest = sets.filter((set) => set.kind === 'body').toReversed();
  const readingsOf = (code: PointCode): Reading[] =>
    oldest.flatMap((set) => {
      const value = set.values[code];
      return value === undefined ? [] : [{ at: Date.parse(set.takenAt), value }];
    });
  const known = POINT_CODES.filter((code) => readingsOf(code).length > 0);
  const preferred = FIRST.filter((code) => known.includes(code));
  const shown = all ? known : (preferred.length > 0 ? preferred : known).slice(0, 3);
  const from = Date.parse(oldest[0]?.takenAt ?? '') || 0;
  const to = Date.parse(oldest.at(-1)?.takenAt ?? '') || 0;
  return (
    <div>
      {shown.map((code) => {
        const readings = readingsOf(code);
        const first = readings[0];
        const last = readings.at(-1);
        if (!first || !last) return null;
        const months = Math.round(daysBetween(new Date(first.at), new Date(last.at)) / 30.4);
        const change = Math.round((last.value - first.value) * 10) / 10;
        const words =
          readings.length > 1 ? t('change', { difference: formatDifference(locale, change), months }) : t('onlyOnce');
        return (
          <div key={code} className="grid items-center gap-x-4 border-b border-hair py-3 sm:grid-cols-[150px_1fr]">
            <div>
              <p className="small">{t(`points.${code}`)}</p>
              <p className="figure" style={{ fontSize: '1.875rem' }}>
                {cm(locale, last.value)}
              </p>
              <p className="caption">{typo(words)}</p>
            </div>
            <Curve
              readings={readings}
              from={from}
              to={to}
              label={`${t(`points.${code}`)} : ${readings.map((one) => cm(locale, one.value)).join(', ')}`}
            />
          </div>
        );
      })}
      <p className="caption mt-2 flex flex-wrap justify-end gap-x-4">
        {oldest.map((set) => (
          <span key={set.id}>{formatShortDate(locale, set.takenAt)}</span>
        ))}
      </p>
    </div>
  );
}
