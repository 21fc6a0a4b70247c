'use client';

import { useLocale } from 'next-intl';
import { useMemo, useState } from 'react';
import { useDraft } from '@/components/form/use-draft';
import type { MeasurementSetDto } from '@/lib/clients/measurement-dto';
import { isPointCode } from '@/lib/clients/measurement-points';
import { latestKnown } from '@/lib/clients/measurement-rules';
import type { PointWarning } from '@/lib/clients/measurement-schemas';
import { changedMeasures, readDelta } from '@/lib/fittings/rules';
import { EMPTY_FITTING, emptyRemark, fittingDraft, isBlank, isOther, type RemarkDraft } from './fitting-draft';

/** A confirmation is for this value: another one asks again. */
const keyOf = (warning: PointWarning): string => `${warning.point}:${warning.code}:${JSON.stringify(warning.details)}`;

/**
 * What is typed of a fitting, what is wrong or unusual about it; kept as a draft until it is sent.
 * @param appointment the id of the fitting
 */
export function useFittingForm(previous: readonly MeasurementSetDto[], appointment: string) {
  const { value: draft, change, clear, kept } = useDraft(`fitting:${appointment}`, fittingDraft, EMPTY_FITTING);
  const locale = useLocale();
  const [confirmed, setConfirmed] = useState<ReadonlySet<string>>(new Set());
  const known = useMemo(() => latestKnown(previous.filter((set) => set.kind === 'body')), [previous]);
  const of = (name: string): RemarkDraft => draft.remarks.find((one) => one.key === name) ?? emptyRemark(name);
  const said = draft.remarks.filter((one) => !isBlank(one));
  const wrong = said.filter((one) => one.typed.trim() && readDelta(one.typed, locale) === null).map((one) => one.key);
  /** A difference without the name of its place, or a place without a difference, a note or a picture. */
  const lacking = said
    .filter((one) => isOther(one.key))
    .filter((one) => (one.typed.trim() ? !one.label.trim() : !one.note.trim() && one.files.length === 0))
    .map((one) => one.key);
  const remarks = said.map((one) => ({
    ...(isPointCode(one.key) ? { point: one.key } : {}),
    ...(isOther(one.key) && one.label.trim() ? { label: one.label.trim() } : {}),
    delta: readDelta(one.typed, locale) ?? undefined,
    note: one.note.trim() || undefined,
    fileIds: one.files.map(({ id }) => id),
    task: one.task,
    shared: one.shared,
  }));
  const warnings = draft.measure ? (changedMeasures(remarks, known)?.warnings ?? []) : [];
  return {
    draft,
    kept,
    known,
    of,
    remarks,
    wrong,
    lacking,
    warnings,
    open: warnings.filter((warning) => !confirmed.has(keyOf(warning))),
    edit: (name: string, part: Partial<RemarkDraft>) =>
      change((before) => {
        const current = before.remarks.find((one) => one.key === name);
        const next = { ...(current ?? emptyRemark(name)), ...part };
        return {
          ...before,
          remarks: current ? before.remarks.map((one) => (one.key === name ? next : one)) : [...before.remarks, next],
        };
      }),
    addFile: (name: string, file: RemarkDraft['files'][number]) =>
      change((before) => ({
        ...before,
        remarks: (before.remarks.some((one) => one.key === name)
          ? before.remarks
          : [...before.remarks, emptyRemark(name)]
        ).map((one) => (one.key === name ? { ...one, files: [...one.files, file] } : one)),
      })),
    addOther: () =>
      change((before) => ({
        ...before,
        remarks: [
          ...before.remarks,
          emptyRemark(`other:${Math.max(0, ...before.remarks.map((one) => Number(one.key.slice(6)) || 0)) + 1}`),
        ],
      })),
    remove: (name: string) =>
      change((before) => ({ ...before, remarks: before.remarks.filter((one) => one.key !== name) })),
    setNote: (note: string) => change((before) => ({ ...before, note })),
    setMeasure: (measure: boolean) => change((before) => ({ ...before, measure })),
    confirm: (list: readonly PointWarning[]) => setConfirmed((before) => new Set([...before, ...list.map(keyOf)])),
    forget: clear,
  };
}
export type FittingForm = ReturnType<typeof useFittingForm>;
