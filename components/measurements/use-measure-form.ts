'use client';

import { useLocale } from 'next-intl';
import { useMemo, useState } from 'react';
import { useDraft } from '@/components/form/use-draft';
import type { MeasurementSetDto } from '@/lib/clients/measurement-dto';
import { POINT_CODES, type PointCode } from '@/lib/clients/measurement-points';
import { findWarnings, latestKnown } from '@/lib/clients/measurement-rules';
import type { MeasurementValues, PointWarning } from '@/lib/clients/measurement-schemas';
import { CENTIMETRES } from '@/lib/number-kinds';
import { readNumber } from '@/lib/numbers';
import { EMPTY_DRAFT, type MeasureDraft, measureDraft } from './measure-draft';

export type CustomPoint = MeasureDraft['custom'][number];

/** What is wrong with a point the house has no name for. */
export type CustomProblem = 'name' | 'value';

/**
 * What is typed, what is wrong or unusual about it, and what has been confirmed; the same rules as the server's. Nothing
 * is said of a point that is still being typed.
 * @param file whose measurements are taken: an id of a file, or `me`
 */
export function useMeasureForm(previous: readonly MeasurementSetDto[], file: string) {
  const { value: draft, change, clear, kept } = useDraft(`measures:${file}`, measureDraft, EMPTY_DRAFT);
  const locale = useLocale();
  const read = (text: string) => readNumber(text, locale, CENTIMETRES);
  const [confirmed, setConfirmed] = useState<ReadonlySet<string>>(new Set());
  const [writing, setWriting] = useState<string>();
  const known = useMemo(() => latestKnown(previous.filter((set) => set.kind === 'body')), [previous]);

  const values: MeasurementValues = {};
  const wrong: PointCode[] = [];
  for (const code of POINT_CODES) {
    const reading = read(draft.typed[code] ?? '');
    if (reading.state === 'read') values[code] = reading.value;
    else if (reading.state !== 'empty') wrong.push(code);
  }
  const named: { label: string; value: number }[] = [];
  const problems = new Map<number, CustomProblem>();
  for (const point of draft.custom) {
    const label = point.label.trim();
    const reading = read(point.typed);
    if (!label && reading.state === 'empty') continue;
    if (reading.state !== 'read') problems.set(point.key, 'value');
    else if (!label) problems.set(point.key, 'name');
    else named.push({ label, value: reading.value });
  }
  const warnings = findWarnings({ values, custom: named }, known);
  const open = warnings.filter((warning) => !confirmed.has(keyOf(warning)));

  return {
    ...draft,
    kept,
    values,
    named,
    wrong,
    problems,
    warnings,
    open,
    known,
    writing,
    count: Object.keys(values).length,
    type: (code: PointCode, text: string) => {
      setWriting(code);
      change((before) => ({ ...before, typed: { ...before.typed, [code]: text } }));
    },
    /** The point is left: now it may be judged. */
    leave: () => setWriting(undefined),
    setPosture: (posture: string) => change((before) => ({ ...before, posture })),
    addPoint: () =>
      change((before) => ({
        ...before,
        custom: [...before.custom, { key: (before.custom.at(-1)?.key ?? 0) + 1, label: '', typed: '' }],
      })),
    editPoint: (point: number, part: Partial<CustomPoint>) =>
      change((before) => ({
        ...before,
        custom: before.custom.map((one) => (one.key === point ? { ...one, ...part } : one)),
      })),
    removePoint: (point: number) =>
      change((before) => ({ ...before, custom: before.custom.filter((one) => one.key !== point) })),
    confirm: (list: readonly PointWarning[]) => setConfirmed((before) => new Set([...before, ...list.map(keyOf)])),
    forget: clear,
  };
}

/** A confirmation is for this value: another one asks again. */
const keyOf = (warning: PointWarning): string => `${warning.code}:${warning.point}:${JSON.stringify(warning.details)}`;
