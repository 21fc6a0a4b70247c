import { weekdayNumber } from '../calendar';
import {
  type Closure,
  type OpeningHours,
  type OpeningInterval,
  type StageHours,
  type Vocabulary,
  type VocabularyKind,
} from './schemas';
import { WEEKDAYS, type Weekday } from './words';

interface HouseHours {
  stageHours: StageHours;
  garmentHours: Record<string, Partial<StageHours>>;
}

/** Hours each stage asks for this garment: its own where the house set them, else the house's. */
export const hoursFor = (settings: HouseHours, garment: string): StageHours => ({
  ...settings.stageHours,
  ...settings.garmentHours[garment],
});

/**
 * What part of all the altering and finishing of a garment one retouche takes again. The house's hours are for every seam and edge of
 * it; a zip, a hem or a waist is one of about five such jobs. Whoever opens it says what it really takes.
 */
const RETOUCHE_SHARE = 0.2;
const QUARTER = 15;
const LEAST_MINUTES = 30;

/** Minutes a retouche is reckoned at where nobody says otherwise, in whole quarters of an hour. */
export function usualRetouche(settings: HouseHours, garment: string): number {
  const { alterations, finishing } = hoursFor(settings, garment);
  const minutes = (alterations + finishing) * 60 * RETOUCHE_SHARE;
  return Math.max(LEAST_MINUTES, Math.ceil(minutes / QUARTER) * QUARTER);
}

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
