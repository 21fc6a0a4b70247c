import type { Locale } from '../actor';
import type { FieldError } from '../errors';
import { fieldErrors } from '../field-errors';
import { translator } from '../i18n/translate';
import { createClientInput, type CreateClientInput, type CsvField } from './schemas';

/** One row of a table: cells by field, emptied of spaces. */
export type CsvCells = Partial<Record<CsvField, string>>;

const TWO = (text: string | undefined): string => (text ?? '').padStart(2, '0');

/** `06/05`, `6.5.1990` or `1990-05-06` as `05-06`; the day first, as the house writes it. Not a day: `null`. */
export function birthdayOf(cell: string): string | null {
  const iso = /^(?:\d{4}-)?(\d{1,2})-(\d{1,2})$/.exec(cell);
  if (iso) return `${TWO(iso[1])}-${TWO(iso[2])}`;
  const written = /^(\d{1,2})[/. ](\d{1,2})(?:[/. ]\d{2,4})?$/.exec(cell);
  return written && `${TWO(written[2])}-${TWO(written[1])}`;
}

/** `13/02/2027` or `2027-02-13` as the latter. Not a day: `null`. */
export function dayOf(cell: string): string | null {
  if (/^\d{4}-\d{2}-\d{2}$/.test(cell)) return cell;
  const written = /^(\d{1,2})[/. ](\d{1,2})[/. ](\d{4})$/.exec(cell);
  return written && `${written[3]}-${TWO(written[2])}-${TWO(written[1])}`;
}

/** What a row says of a person, or everything that is wrong with it, by column. */
export function readRow(cells: CsvCells, locale: Locale): { input?: CreateClientInput; errors: FieldError[] } {
  const t = translator(locale, 'errors');
  const wrong = (path: CsvField, code: 'birthday' | 'day' | 'eventWhole'): FieldError => ({
    path,
    code,
    message: t(`fields.${code}`),
  });
  const errors: FieldError[] = [];
  const birthday = cells.birthday && birthdayOf(cells.birthday);
  if (birthday === null) errors.push(wrong('birthday', 'birthday'));
  const day = cells.eventDate && dayOf(cells.eventDate);
  if (day === null) errors.push(wrong('eventDate', 'day'));
  if (Boolean(cells.eventLabel) !== Boolean(cells.eventDate))
    errors.push(wrong(cells.eventLabel ? 'eventDate' : 'eventLabel', 'eventWhole'));
  const tags = cells.tags
    ?.split(/[,;|]/)
    .map((tag) => tag.trim())
    .filter(Boolean);
  const { email, phone, address, contactNote, posture, allergies, preferences, notes } = cells;
  const parsed = createClientInput.safeParse(
    {
      name: [cells.firstName, cells.name].filter(Boolean).join(' ') || undefined,
      ...{ email, phone, address, contactNote, posture, allergies, preferences, notes, tags },
      birthday: birthday ?? undefined,
      event: cells.eventLabel && day ? { label: cells.eventLabel, date: day } : undefined,
    },
    { reportInput: true },
  );
  if (parsed.success && errors.length === 0) return { input: parsed.data, errors };
  const found = parsed.success ? [] : fieldErrors(parsed.error, locale);
  return { errors: [...errors, ...found.map((one) => ({ ...one, path: columnOf(one.path) }))] };
}

/** The column an error of the file's shape belongs to. */
const columnOf = (path: string): string =>
  path === 'event.date' ? 'eventDate' : path.startsWith('event') ? 'eventLabel' : (path.split('.')[0] ?? path);
