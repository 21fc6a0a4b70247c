import Papa from 'papaparse';
import { AppError } from '../errors';
import type { CsvCell } from './csv-row';
import { readAs, type ReadAs } from './csv-headers';
import { type CsvEncoding, fromWords, readCsvText } from './csv-text';

/** What one transaction carries, and one reader can look through. */
const IMPORT_ROWS = 10_000;

export interface Table {
  encoding: CsvEncoding;
  columns: { header: string; field: ReadAs; example?: string }[];
  rows: { row: number; cells: CsvCell[]; problem?: 'csvQuotes' | 'csvCells' }[];
}

/** The sign between columns: the one by which most of the first row's names are known. */
function signOf(text: string): string {
  const known = (delimiter: string): number => {
    const [headers = []] = Papa.parse<string[]>(text, { delimiter, preview: 1 }).data;
    return readAs(headers).filter(Boolean).length;
  };
  return [';', ',', '\t', '|'].reduce((best, sign) => (known(sign) > known(best) ? sign : best));
}

const NAMES: readonly ReadAs[] = ['name', 'firstName', 'lastName', 'fullName'];

/**
 * Reads a table: how it is written, what each column is read as, and its rows.
 * @param byHand what columns are read as by their place (`readAs`)
 * @param unnamed whether a table is read in which no column is a name: to say by hand which one is
 * @throws AppError csv_unreadable, csv_empty, csv_no_name, csv_too_many.
 */
export function readTable(bytes: Uint8Array, byHand?: readonly string[], unnamed = false): Table {
  const { text, encoding } = readCsvText(bytes);
  // Excel may name the sign on a line of its own.
  const named = /^sep=([,;\t|])\r?\n/i.exec(text);
  const body = named ? text.slice(named[0].length) : text;
  const { data, errors } = Papa.parse<string[]>(body, { delimiter: named?.[1] ?? signOf(body) });
  const broken = new Set(errors.filter(({ type }) => type === 'Quotes').map(({ row }) => row));
  const [headers, ...lines] = data.map((cells, index) => ({ cells, index }));
  if (!headers || data.every((cells) => cells.every((cell) => cell.trim() === ''))) throw new AppError('csv_empty');
  const fields = readAs(headers.cells, byHand);
  if (!unnamed && !fields.some((field) => NAMES.includes(field))) throw new AppError('csv_no_name');
  const filled = lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (filled.length === 0) throw new AppError('csv_empty');
  if (filled.length > IMPORT_ROWS) throw new AppError('csv_too_many', { values: { max: IMPORT_ROWS } });
  const first = named ? 2 : 1;
  const cellAt = (cells: string[], at: number) => fromWords((cells[at] ?? '').trim()).trim();
  return {
    encoding,
    columns: headers.cells.map((header, at) => ({
      header: header.trim().slice(0, 200),
      field: fields[at] ?? null,
      example: filled
        .map(({ cells }) => cellAt(cells, at))
        .find((cell) => cell !== '')
        ?.slice(0, 80),
    })),
    rows: filled.map(({ cells, index }) => {
      const spilt = cells.slice(fields.length).some((cell) => cell.trim() !== '');
      return {
        row: index + first,
        problem: broken.has(index) ? 'csvQuotes' : spilt ? 'csvCells' : undefined,
        cells: fields.flatMap((field, at) => {
          const cell = cellAt(cells, at);
          return field && cell !== '' ? [{ readAs: field, header: headers.cells[at]?.trim() ?? '', text: cell }] : [];
        }),
      };
    }),
  };
}
