import type { Locale } from '../actor';
import { inLanguage } from '../i18n/bilingual';
import { LOCALES } from '../i18n/config';
import { translator } from '../i18n/translate';
import { COLUMNS, CSV_FIELDS, type CsvField } from './csv-columns';
import { foldText } from '../text';
import { POINT_CODES, type PointCode } from './measurement-points';

/** What a column is read as: one of ours, a point of the body, or nothing. */
export type ReadAs = CsvField | PointCode | null;

/** « Adresse E-mail * » and « adresse email » are one name. */
const plain = (header: string): string => foldText(header).replace(/[^\p{L}\p{N}]+/gu, '');

let known: Map<string, CsvField | PointCode> | undefined;

function readAsOf(): Map<string, CsvField | PointCode> {
  const points = LOCALES.map((locale) => translator(locale, 'measurements'));
  known ??= new Map<string, CsvField | PointCode>([
    ...POINT_CODES.flatMap((code) => [code, ...points.map((t) => t(`points.${code}`))].map((name) => pair(name, code))),
    ...CSV_FIELDS.flatMap((field) => {
      const { fr, en, also } = COLUMNS[field];
      return [field, fr, en, ...also].map((name) => pair(name, field));
    }),
  ]);
  return known;
}
const pair = (name: string, read: CsvField | PointCode): [string, CsvField | PointCode] => [plain(name), read];

/**
 * What each column is read as. `byHand` says it for the columns at those places: a field, `-` for none, empty for what its
 * header says.
 */
export function readAs(headers: readonly string[], byHand: readonly string[] = []): ReadAs[] {
  return headers.map((header, at) => {
    const chosen = byHand[at];
    if (chosen === '-') return null;
    if (chosen) return ([...CSV_FIELDS, ...POINT_CODES] as const).find((one) => one === chosen) ?? null;
    return readAsOf().get(plain(header)) ?? null;
  });
}

/** How a column is called in the reader's language. */
export const labelOf = (read: CsvField | PointCode, locale: Locale): string =>
  read in COLUMNS
    ? inLanguage(COLUMNS[read as CsvField], locale)
    : translator(locale, 'measurements')(`points.${read as PointCode}`);
