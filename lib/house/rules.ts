import { weekdayNumber } from '../calendar';
import {
  type Closure,
  type OpeningHours,
  type OpeningInterval,
  type StageHours,
  type Vocabulary,
  type VocabularyKind,
  WEEKDAYS,
  type Weekday,
} from './schemas';

/** Hours each stage asks for this garment: its own where the house set them, else the house's. */
export const hoursFor = (
  settings: { stageHours: StageHours; garmentHours: Record<string, Partial<StageHours>> },
  garment: string,
): StageHours => ({ ...settings.stageHours, ...settings.garmentHours[garment] });

/** The codes of `wanted` that are not in the vocabulary. */
export function unknownCodes(vocabulary: Vocabulary, kind: VocabularyKind, wanted: readonly string[]): string[] {
  const known = new Set(vocabulary[kind].map((term) => term.code));
  return wanted.filter((code) => !known.has(code));
}

/** Weekday of a calendar day `YYYY-MM-DD`. */
function weekdayOf(day: string): Weekday {
  const index = weekdayNumber(day) - 1;
  return WEEKDAYS[index] ?? 'monday';
}

/** When the house is open on a calendar day (`YYYY-MM-DD`): nothing on a closed one. */
export const intervalsOn = (
  settings: { openingHours: OpeningHours; closures: readonly Closure[] },
  day: string,
): OpeningInterval[] =>
  settings.closures.some((closure) => closure.from <= day && day <= closure.to)
    ? []
    : settings.openingHours[weekdayOf(day)];
