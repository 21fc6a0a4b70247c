'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { MeasurementSetDto } from '@/lib/clients/measurement-dto';
import { POINT_CODES, type PointCode } from '@/lib/clients/measurement-points';
import { dayKey, daysBetween, formatCentimetres, formatDifference, formatShortDate, typo } from '@/lib/i18n/format';

/** Air at both ends of the axis, in percent of its width. */
const AIR = 5;
/** Two labels nearer than this, in percent of the axis, would touch. */
const NEAR = 9;

interface Reading {
  at: number;
  value: number;
}

/** The points a set of histories shows first: those of the bust and hips, else whatever there is. */
const FIRST: readonly PointCode[] = ['bustGirth', 'waistGirth', 'hipGirth'];

/** Where a moment stands on the axis that the rows share, in percent. */
const placeOn = (from: number, to: number) => (at: number) =>
  AIR + (to === from ? 0.5 : (at - from) / (to - from)) * (100 - 2 * AIR);

/** Which labels are written: the last always, before it those that leave room. */
function legible(places: readonly number[], near: number): boolean[] {
  const shown = places.map(() => false);
  let next = Number.POSITIVE_INFINITY;
  for (let index = places.length - 1; index >= 0; index -= 1) {
    const place = places[index] ?? 0;
    if (next - place < near) continue;
    shown[index] = true;
    next = place;
  }
  return shown;
}

const BASE = 70;

/** Lines are stretched over the width, discs and words are not: so a phone reads the same figures. */
function Curve({ readings, x, label }: { readings: Reading[]; x: (at: number) => number; label: string }) {
  const locale = useLocale();
  const values = readings.map((one) => one.value);
  const low = Math.min(...values);
  const span = Math.max(...values) - low;
  // A change of under two centimetres is drawn as the small change it is.
  const y = (value: number) => 52 - ((value - low) / Math.max(span, 4)) * 26;
  const last = readings.length - 1;
  const shown = legible(
    readings.map((one) => x(one.at)),
    NEAR,
  );
  return (
    <div className="relative h-19" role="img" aria-label={label}>
      <svg viewBox="0 0 100 76" preserveAspectRatio="none" className="absolute inset-0 h-full w-full">
        <path d={`M0 ${BASE}H100`} stroke="var(--hair)" vectorEffect="non-scaling-stroke" />
        <polyline
          points={readings.map((one) => `${x(one.at)},${y(one.value)}`).join(' ')}
          fill="none"
          stroke="var(--ink)"
          strokeWidth="1.6"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      {readings.map((one, index) => (
        <span key={one.at} className="absolute" style={{ left: `${x(one.at)}%`, top: y(one.value) }}>
          <span className="reading" data-last={index === last || undefined} />
          {shown[index] && <span className="reading-value figures">{formatCentimetres(locale, one.value)}</span>}
        </span>
      ))}
    </div>
  );
}

/** The days of the sets, each under its readings; the year where it begins or turns. */
function Axis({ days, x }: { days: readonly string[]; x: (at: number) => number }) {
  const locale = useLocale();
  const places = days.map((day) => x(Date.parse(day)));
  const shown = legible(places, 18);
  const written = days.flatMap((day, index) => (shown[index] ? [{ day, place: places[index] ?? 0 }] : []));
  return (
    <p className="caption relative mt-2 h-4">
      {written.map(({ day, place }, index) => {
        const before = written[index - 1]?.day;
        const turned = before === undefined || dayKey(before).slice(0, 4) !== dayKey(day).slice(0, 4);
        const end = index === written.length - 1 && index > 0;
        return (
          <span
            key={day}
            className={`absolute whitespace-nowrap ${index === 0 ? '' : end ? '-translate-x-full' : '-translate-x-1/2 max-sm:hidden'}`}
            style={{ left: index === 0 ? `${Math.max(place - 1, 0)}%` : end ? `${place + 2}%` : `${place}%` }}
          >
            {turned ? formatShortDate(locale, day) + ' ' + dayKey(day).slice(0, 4) : formatShortDate(locale, day)}
          </span>
        );
      })}
    </p>
  );
}

interface Props {
  sets: readonly MeasurementSetDto[];
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
  const x = placeOn(Date.parse(oldest[0]?.takenAt ?? '') || 0, Date.parse(oldest.at(-1)?.takenAt ?? '') || 0);
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
          readings.length < 2
            ? t('onlyOnce')
            : change === 0
              ? t('noChange', { months })
              : t('change', { difference: formatDifference(locale, change), months });
        return (
          <div key={code} className="grid items-center gap-x-4 border-b border-hair py-3 sm:grid-cols-[150px_1fr]">
            <div>
              <p className="small">{t(`points.${code}`)}</p>
              <p className="figure" style={{ fontSize: '1.875rem' }}>
                {formatCentimetres(locale, last.value)}
              </p>
              <p className="caption">{typo(words)}</p>
            </div>
            <Curve
              readings={readings}
              x={x}
              label={typo(
                t('curve', {
                  point: t(`points.${code}`),
                  values: readings.map((one) => formatCentimetres(locale, one.value)).join(' ; '),
                }),
              )}
            />
          </div>
        );
      })}
      <div className="gap-x-4 sm:grid sm:grid-cols-[150px_1fr]">
        <span />
        <Axis days={oldest.map((set) => set.takenAt)} x={x} />
      </div>
    </div>
  );
}
