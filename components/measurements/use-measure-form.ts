'use client';

import { useMemo, useState } from 'react';
import type { MeasurementSet, MeasurementWarning } from '@/lib/clients/measurement-dto';
import { POINT_CODES, type PointCode } from '@/lib/clients/measurement-points';
import { findWarnings, latestKnown, parseCentimetres } from '@/lib/clients/measurement-rules';
import type { MeasurementValues, PointWarning } from '@/lib/clients/measurement-schemas';

export interface CustomPoint {
  key: number;
  label: string;
  typed: string;
}

/** What is typed, what is wrong or unusual about it, and what has been confirmed; the same rules as the server's. */
export function useMeasureForm(previous: readonly MeasurementSet[]) {
  const [typed, setTyped] = useState<Partial<Record<PointCode, string>>>({});
  const [custom, setCustom] = useState<CustomPoint[]>([]);
  const [confirmed, setConfirmed] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<MeasurementWarning[]>([]);
  const known = useMemo(() => latestKnown(previous.filter((set) => set.kind === 'body')), [previous]);

  const values: MeasurementValues = {};
  const wrong = new Set<PointCode>();
  for (const code of POINT_CODES) {
    const text = typed[code]?.trim();
    if (!text) continue;
    const value = parseCentimetres(text);
    if (value === null) wrong.add(code);
    else values[code] = value;
  }
  const named = custom.flatMap((point) => {
    const value = parseCentimetres(point.typed);
    return point.label.trim() && value !== null ? [{ label: point.label.trim(), value }] : [];
  });
  const warnings: PointWarning[] = findWarnings({ values, custom: named }, known);
  const open = warnings.filter((warning) => !confirmed.has(keyOf(warning)));

  return {
    typed,
    custom,
    values,
    named,
    wrong,
    warnings,
    open,
    refused,
    known,
    count: Object.keys(values).length,
    setRefused,
    type: (code: PointCode, text: string) => setTyped((before) => ({ ...before, [code]: text })),
    addPoint: () => setCustom((before) => [...before, { key: (before.at(-1)?.key ?? 0) + 1, label: '', typed: '' }]),
    editPoint: (key: number, change: Partial<CustomPoint>) =>
      setCustom((before) => before.map((point) => (point.key === key ? { ...point, ...change } : point))),
    removePoint: (key: number) => setCustom((before) => before.filter((point) => point.key !== key)),
    confirm: (list: readonly PointWarning[]) => setConfirmed((before) => new Set([...before, ...list.map(keyOf)])),
  };
}

/** A confirmation is for this value: another one asks again. */
const keyOf = (warning: PointWarning): string => `${warning.code}:${warning.point}:${JSON.stringify(warning.details)}`;
