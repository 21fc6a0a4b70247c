import Papa from 'papaparse';
import { AppError } from '../errors';
import { takeTurns } from '../take-turns';
import type { CsvCell } from './csv-row';
import { readAs, type ReadAs } from './csv-headers';
import { type CsvEncoding, fromWords, readCsvText } from './csv-text';
import { type DayOrder, isNoDay, onlyOrder } from './written-day';

/** What one transaction carries, and one reader can look through. */
const IMPORT_ROWS = 10_000;

export interface Table {
  encoding: CsvEncoding;
  columns: { header: string; field: ReadAs; example?: string; monthFirst?: true }[];
  rows: { row: number; cells: CsvCell[]; problem?: 'csvQuotes' | 'csvCells' }[];
}

/** So many rows may stand above the names of the columns: a title, a day, nothing. */
const ROWS_ABOVE = 10;

/** The sign between columns: the one by which most names of columns are known. */
function signOf(text: string): string {
  const known = (delimiter: string): number =>
    Math.max(
      0,
      ...Papa.parse<string[]>(text, { delimiter, preview: ROWS_ABOVE }).data.map(
        (cells) => readAs(cells).filter(Boolean).length,
      ),
    );
  return [';', ',', '\t', '|'].reduce((best, sign) => (known(sign) > known(best) ? sign : best));
}

const NAMES: readonly ReadAs[] = ['name', 'firstName', 'lastName', 'fullName'];
const DAYS: readonly ReadAs[] = ['birthday', 'eventDate', 'measuredAt'];

/** Which row names the columns: the first that says something, unless one below it is clearly that. */
function headAt(data: readonly string[][]): number {
  const first = data.findIndex((cells) => cells.some((cell) => cell.trim() !== ''));
  const named = (cells: readonly string[]): number => {
    const fields = readAs(cells);
    return fields.some((field) => NAMES.includes(field)) ? fields.filter(Boolean).length : 0;
  };
  if (first < 0 || named(data[first] ?? []) > 0) return first;
  const below = data.slice(0, ROWS_ABOVE).findIndex((cells) => named(cells) > 1);
  return below < 0 ? first : below;
}

/** How many rows of a table do not fit its columns, or do not end their quotes. */
const spoiltIn = ({ data, errors }: Papa.ParseResult<string[]>): number => {
  const width = data[Math.max(0, headAt(data))]?.length ?? 0;
  return errors.length + data.filter((cells) => cells.slice(width).some((cell) => cell.trim() !== '')).length;
};

/** Takes a table apart; where that spoils rows, as one written by hand with a space before its quotes: `Awa, "Bal, soie"`. */
function parsedBy(body: string, sign: string): Papa.ParseResult<string[]> {
  const parsed = Papa.parse<string[]>(body, { delimiter: sign });
  const spoilt = spoiltIn(parsed);
  if (spoilt === 0 || !body.includes(`${sign} "`)) return parsed;
  const tidied = Papa.parse<string[]>(body.replaceAll(`${sign} "`, `${sign}"`), { delimiter: sign });
  return spoiltIn(tidied) < spoilt ? tidied : parsed;
}

/**
 * What stands first in the days of a table: the month where some of them are days only so (`12/31/1990`) and none only the other way;
 * else the day.
 */
export async function dayOrderOf(cells: Iterable<string>): Promise<DayOrder> {
  const turn = takeTurns();
  let order: DayOrder = 'day';
  for (const cell of cells) {
    const only = onlyOrder(cell);
    if (only === 'day') return 'day';
    if (only === 'month') order = 'month';
    await turn();
  }
  return order;
}

/**
 * Reads a table: how it is written, what each column is read as, and its rows.
 * @param byHand what columns are read as by their place (`readAs`)
 * @param unnamed whether a table is read in which no column is a name: to say by hand which one is
 * @throws AppError csv_unreadable, csv_empty, csv_no_name, csv_too_many.
 */
export async function readTable(bytes: Uint8Array, byHand?: readonly string[], unnamed = false): Promise<Table> {
  const { text, encoding } = readCsvText(bytes);
  // Excel may name the sign on a line of its own.
  const named = /^sep=([,;\t|])\r?\n/i.exec(text);
  const body = named ? text.slice(named[0].length) : text;
  const sign = named?.[1] ?? signOf(body);
  const { data, errors } = parsedBy(body, sign);
  const broken = new Set(errors.filter(({ type }) => type === 'Quotes').map(({ row }) => row));
  const [headers, ...lines] = data.map((cells, index) => ({ cells, index })).slice(Math.max(0, headAt(data)));
  if (!headers || data.every((cells) => cells.every((cell) => cell.trim() === ''))) throw new AppError('csv_empty');
  const fields = readAs(headers.cells, byHand);
  if (!unnamed && !fields.some((field) => NAMES.includes(field))) throw new AppError('csv_no_name');
  const filled = lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (filled.length === 0) throw new AppError('csv_empty');
  if (filled.length > IMPORT_ROWS) throw new AppError('csv_too_many', { values: { max: IMPORT_ROWS } });
  const first = named ? 2 : 1;
  const cellAt = (cells: string[], at: number) => {
    const cell = fromWords((cells[at] ?? '').trim()).trim();
    return DAYS.includes(fields[at] ?? null) && isNoDay(cell) ? '' : cell;
  };
  const exampleAt = (at: number): string | undefined => {
    const said = filled.find(({ cells }) => cellAt(cells, at) !== '');
    return said && cellAt(said.cells, at);
  };
  // Who writes the month first does so in the whole table.
  const order = await dayOrderOf(
    filled.flatMap(({ cells }) => fields.flatMap((field, at) => (DAYS.includes(field) ? cellAt(cells, at) : []))),
  );
  const turn = takeTurns();
  const rows: Table['rows'] = [];
  for (const { cells, index } of filled) {
    const spilt = cells.slice(fields.length).some((cell) => cell.trim() !== '');
    rows.push({
      row: index + first,
      problem: broken.has(index) ? 'csvQuotes' : spilt ? 'csvCells' : undefined,
      cells: fields.flatMap((field, at) => {
        const cell = cellAt(cells, at);
        const header = headers.cells[at]?.trim() ?? '';
        return field && cell !== '' ? [{ readAs: field, header, text: cell, order }] : [];
      }),
    });
    await turn();
  }
  return {
    encoding,
    columns: headers.cells.map((header, at) => ({
      header: header.trim().slice(0, 200),
      field: fields[at] ?? null,
      example: exampleAt(at)?.slice(0, 80),
      ...(order === 'month' && DAYS.includes(fields[at] ?? null) ? { monthFirst: true as const } : {}),
    })),
    rows,
  };
}
