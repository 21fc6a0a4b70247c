'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { DataTable, HeadCell, NumberCell } from '@/components/ui/data-table';
import { Select } from '@/components/ui/select';
import type { MeasurementSetDto } from '@/lib/clients/measurement-dto';
import { POINT_CODES } from '@/lib/clients/measurement-points';
import { formatCentimetres, formatDate, formatDifference } from '@/lib/i18n/format';

/** Two sets side by side: what was taken in either, and how it changed. */
export function CompareSets({ sets }: { sets: readonly MeasurementSetDto[] }) {
  const t = useTranslations('measurements');
  const locale = useLocale();
  const [newer, setNewer] = useState(sets[0]?.id ?? '');
  const [older, setOlder] = useState(sets[1]?.id ?? sets[0]?.id ?? '');
  const left = sets.find((set) => set.id === newer);
  const right = sets.find((set) => set.id === older);
  if (!left || !right) return null;
  const options = sets.map((set) => ({
    id: set.id,
    label: `${formatDate(locale, set.takenAt)}, ${t(set.kind === 'body' ? 'onBody' : 'onGarment')}`,
  }));
  const labels = [...new Set([...left.custom, ...right.custom].map((one) => one.label))];
  const rows = [
    ...POINT_CODES.map((code) => ({ name: t(`points.${code}`), now: left.values[code], before: right.values[code] })),
    ...labels.map((label) => ({
      name: label,
      now: left.custom.find((one) => one.label === label)?.value,
      before: right.custom.find((one) => one.label === label)?.value,
    })),
  ].filter((row) => row.now !== undefined || row.before !== undefined);
  const print = (value: number | undefined) => (value === undefined ? '' : formatCentimetres(locale, value));
  return (
    <div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Select label={t('set')} options={options} value={newer} onChange={setNewer} />
        <Select label={t('comparedTo')} options={options} value={older} onChange={setOlder} />
      </div>
      {left.posture && <p className="small mt-4 text-ink2">{left.posture}</p>}
      <div className="mt-6">
        <DataTable caption={t('compare')} compact>
          <thead>
            <tr>
              <HeadCell>{t('point')}</HeadCell>
              <HeadCell number>{formatDate(locale, right.takenAt)}</HeadCell>
              <HeadCell number>{formatDate(locale, left.takenAt)}</HeadCell>
              <HeadCell number>{t('difference')}</HeadCell>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.name}>
                <td>{row.name}</td>
                <NumberCell>{print(row.before)}</NumberCell>
                <NumberCell>{print(row.now)}</NumberCell>
                <NumberCell>
                  {row.now !== undefined && row.before !== undefined
                    ? formatDifference(locale, Math.round((row.now - row.before) * 10) / 10)
                    : ''}
                </NumberCell>
              </tr>
            ))}
          </tbody>
        </DataTable>
      </div>
    </div>
  );
}
