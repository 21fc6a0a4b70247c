import type { Locale } from '../actor';
import { findWarnings, type KnownMeasurements } from '../clients/measurement-rules';
import type { PointWarning } from '../clients/measurement-schemas';
import { DELTA } from '../number-kinds';
import { readNumber } from '../numbers';
import type { CreateFittingSheetInput } from './schemas';

type Remark = Pick<CreateFittingSheetInput['remarks'][number], 'point' | 'label' | 'delta'>;

const to1 = (value: number): number => Math.round(value * 10) / 10;
const near = (value: number | undefined, delta: number | undefined): { before?: number; after?: number } =>
  value === undefined || !delta || to1(value + delta) <= 0 ? {} : { before: value, after: to1(value + delta) };

/** The last known measure a remark is about, and what it becomes; nothing where none was ever taken. */
export function measuresOf(remark: Remark, known: KnownMeasurements | null): { before?: number; after?: number } {
  if (remark.point) return near(known?.values[remark.point], remark.delta);
  if (remark.label) return near(known?.custom.find(({ label }) => label === remark.label)?.value, remark.delta);
  return {};
}

/**
 * The set that follows from a fitting: everything known, changed where something was noted; and what is unusual about the
 * points that changed. `undefined` when nothing known changes.
 */
export function changedMeasures(
  remarks: readonly Remark[],
  known: KnownMeasurements | null,
): { set: KnownMeasurements; warnings: PointWarning[] } | undefined {
  if (!known) return undefined;
  const set: KnownMeasurements = { values: { ...known.values }, custom: known.custom.map((one) => ({ ...one })) };
  const changed = new Set<string>();
  for (const remark of remarks) {
    const { after } = measuresOf(remark, known);
    if (after === undefined) continue;
    changed.add(remark.point ?? remark.label ?? '');
    if (remark.point) set.values[remark.point] = after;
    else for (const one of set.custom) if (one.label === remark.label) one.value = after;
  }
  if (changed.size === 0) return undefined;
  return { set, warnings: findWarnings(set, known).filter(({ point }) => changed.has(point)) };
}

/**
 * A difference as one writes it: « -1,5 », « + 2 cm ». No difference at all is nothing to note.
 * @returns centimetres to 0.1; `null` for what is no difference between a tenth and fifty
 */
export function readDelta(text: string, locale: Locale): number | null {
  const reading = readNumber(text, locale, DELTA);
  return reading.state === 'read' && reading.value !== 0 ? reading.value : null;
}
