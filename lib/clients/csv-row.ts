import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min';
import type { Locale } from '../actor';
import type { FieldError } from '../errors';
import { fieldErrors } from '../field-errors';
import { languageOf } from '../i18n/config';
import { translator } from '../i18n/translate';
import { type CsvDraft, type CsvField, COLUMNS, columnOf } from './csv-columns';
import { labelOf, type ReadAs } from './csv-headers';
import { CENTIMETRES } from '../number-kinds';
import { readNumber } from '../numbers';
import { foldText } from '../text';
import type { PointCode } from './measurement-points';
import type { MeasurementValues } from './measurement-schemas';
import { createClientInput, type CreateClientInput } from './schemas';
import type { DayOrder } from './written-day';

/** One cell with what its column is read as and how the table calls it. */
export interface CsvCell {
  readAs: NonNullable<ReadAs>;
  header: string;
  text: string;
  /** Of a day: what stands first in this table. */
  order?: DayOrder;
}

/** A cell that could not be read: the person is taken all the same, and it is kept as text in the notes. */
export interface UnreadCell {
  path: string;
  header: string;
  text: string;
  message: string;
}

export interface ReadRow {
  /** Absent when not even a name could be read. */
  input?: CreateClientInput;
  id?: string;
  values: MeasurementValues;
  measuredAt?: Date;
  unread: UnreadCell[];
  errors: FieldError[];
}

/** Tables compute: « 72.39 » is one of inches, and 72.4 to us. */
const TABLE_LENGTH = { ...CENTIMETRES, decimals: 6 };

const MOBILE = /mobile|portable|gsm|cell/;

/** The name of a row: first and last where both stand apart, else the whole one; never the same word twice. */
export function nameOf({ firstName, middleName, lastName, fullName, name }: CsvDraft): string {
  const join = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(' ');
  if (lastName) return join(firstName, middleName, lastName);
  if (!firstName) return fullName ?? name ?? '';
  if (!name) return fullName ?? join(firstName, middleName);
  const words = foldText(name).split(' ');
  return foldText(firstName)
    .split(' ')
    .every((word) => words.includes(word))
    ? name
    : join(firstName, middleName, name);
}

/** LibreOffice and Excel take `0651515151` for a number and drop its zero: it is put back where the country writes one. */
function mendedPhone(phone: string, country: CountryCode): string {
  if (!/^[1-9]\d{5,10}$/.test(phone)) return phone;
  const read = parsePhoneNumberFromString(phone, country);
  const national = read?.isValid() ? read.formatNational() : '';
  return national.startsWith('0') ? national : phone;
}

/**
 * What a row says of a person. A cell that cannot be read never costs them their row: it is named in `unread`, and stands in
 * the notes with the name of its column.
 */
export function readRow(cells: readonly CsvCell[], locale: Locale, country: CountryCode): ReadRow {
  const t = translator(locale, 'errors');
  const draft: CsvDraft = {};
  const values: MeasurementValues = {};
  const unread: UnreadCell[] = [];
  const beside: string[] = [];
  const leave = (cell: CsvCell, code: string) =>
    void unread.push({
      path: cell.readAs,
      header: cell.header,
      text: cell.text,
      message: t(`fields.${code}` as never),
    });
  // Of several numbers the one that is carried about is the number; Outlook puts those of offices first.
  const mobile = ({ readAs, header }: CsvCell) => readAs === 'phone' && MOBILE.test(foldText(header));
  for (const cell of joined([...cells.filter(mobile), ...cells.filter((one) => !mobile(one))])) {
    if (!(cell.readAs in COLUMNS)) {
      const read = readNumber(cell.text, locale, TABLE_LENGTH);
      if (read.state === 'read') values[cell.readAs as PointCode] = Math.round(read.value * 10) / 10;
      else leave(cell, 'centimetres');
      continue;
    }
    const field = cell.readAs as CsvField;
    // Google puts several numbers into one cell, Outlook into several columns: the first is the number, the others are kept.
    const [first = '', ...others] = field === 'phone' || field === 'email' ? cell.text.split(' ::: ') : [cell.text];
    if (field in draft) beside.push(`${cell.header}${languageOf(locale).colon}${cell.text}`);
    else {
      const code = columnOf(field).read(draft, first, cell.order ?? 'day');
      if (code) leave(cell, code);
      for (const other of others) beside.push(`${cell.header}${languageOf(locale).colon}${other}`);
    }
  }
  const { id, eventLabel, eventDate, measuredAt, ...rest } = draft;
  if (rest.phone) rest.phone = mendedPhone(rest.phone, country);
  const label = eventLabel ?? labelOf('eventLabel', locale);
  const said: Record<string, unknown> = {
    ...Object.fromEntries(Object.entries(rest).filter(([key]) => key in createClientInput.shape)),
    name: nameOf(draft) || undefined,
    event: eventDate ? { label, date: eventDate.toISOString() } : undefined,
  };
  if (eventLabel && !eventDate) {
    const cell = cells.find(({ readAs }) => readAs === 'eventLabel');
    if (cell) leave(cell, 'eventWhole');
  }
  for (const issue of createClientInput.safeParse(said).error?.issues ?? []) {
    const key = String(issue.path[0]);
    const cell = cells.find(({ readAs }) => readAs === key || (key === 'event' && readAs === 'eventLabel'));
    if (key === 'name' || !cell) continue;
    leave(
      cell,
      issue.message.startsWith('fields.') ? issue.message.slice(7) : issue.code === 'too_big' ? 'tooBig' : 'invalid',
    );
    delete said[key];
  }
  const kept = [...unread.map(({ header, text }) => `${header}${languageOf(locale).colon}${text}`), ...beside];
  if (kept.length > 0) said['notes'] = [said['notes'], ...kept].filter(Boolean).join('\n').slice(0, 5000);
  const parsed = createClientInput.safeParse(said, { reportInput: true });
  const errors = parsed.success ? [] : fieldErrors(parsed.error, locale);
  return { input: parsed.data, id, values, measuredAt, unread, errors };
}

/** Columns that make one value together (street, town), where there are several, as one cell. */
function joined(cells: readonly CsvCell[]): CsvCell[] {
  const made: CsvCell[] = [];
  for (const cell of cells) {
    const first = made.find(({ readAs }) => readAs === cell.readAs);
    const joins = cell.readAs in COLUMNS && columnOf(cell.readAs as CsvField).joined;
    if (first && joins) first.text = first.text.includes(cell.text) ? first.text : `${first.text}, ${cell.text}`;
    else made.push({ ...cell });
  }
  return made;
}
