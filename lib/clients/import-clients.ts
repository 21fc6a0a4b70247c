import type { ClientSession } from 'mongodb';
import Papa from 'papaparse';
import type { Locale, StaffActor } from '../actor';
import type { Database } from '../db/client';
import { withLock } from '../db/with-lock';
import { foldText } from '../text';
import { AppError } from '../errors';
import { translator } from '../i18n/translate';
import { newClientFile } from './create-client';
import { fieldsOf } from './csv-columns';
import { type CsvCells, readRow } from './csv-row';
import { type CsvEncoding, fromWords, readCsvText } from './csv-text';
import { type ClientDocument, clients } from './documents';
import { clientSearchFields } from './search-fields';
import type { CreateClientInput, DuplicateRule, ImportedRowDto, ImportResultDto } from './schemas';

/** What one transaction carries, and one reader can look through. */
export const IMPORT_ROWS = 2_000;

interface Table {
  encoding: CsvEncoding;
  columns: ImportResultDto['columns'];
  rows: { row: number; cells: CsvCells; problem?: 'csvQuotes' | 'csvCells' }[];
}

/** The sign between columns: the one by which most of the first row's names are known. */
function signOf(text: string): string {
  const known = (delimiter: string): number => {
    const [headers = []] = Papa.parse<string[]>(text, { delimiter, preview: 1 }).data;
    return fieldsOf(headers).filter(Boolean).length;
  };
  return [';', ',', '\t', '|'].reduce((best, sign) => (known(sign) > known(best) ? sign : best));
}

/** @throws AppError csv_unreadable, csv_empty, csv_no_name, csv_too_many. */
function readTable(bytes: Uint8Array): Table {
  const { text, encoding } = readCsvText(bytes);
  // Excel may name the sign on a line of its own.
  const named = /^sep=([,;\t|])\r?\n/i.exec(text);
  const body = named ? text.slice(named[0].length) : text;
  const { data, errors } = Papa.parse<string[]>(body, { delimiter: named?.[1] ?? signOf(body) });
  const broken = new Set(errors.filter(({ type }) => type === 'Quotes').map(({ row }) => row));
  const [headers, ...lines] = data.map((cells, index) => ({ cells, index }));
  if (!headers || data.every((cells) => cells.every((cell) => cell.trim() === ''))) throw new AppError('csv_empty');
  const fields = fieldsOf(headers.cells);
  if (!fields.includes('name') && !fields.includes('firstName')) throw new AppError('csv_no_name');
  const filled = lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (filled.length === 0) throw new AppError('csv_empty');
  if (filled.length > IMPORT_ROWS) throw new AppError('csv_too_many', { values: { max: IMPORT_ROWS } });
  const first = named ? 2 : 1;
  return {
    encoding,
    columns: headers.cells.map((header, at) => ({ header: header.trim(), field: fields[at] ?? null })),
    rows: filled.map(({ cells, index }) => {
      const spilt = cells.slice(fields.length).some((cell) => cell.trim() !== '');
      return {
        row: index + first,
        problem: broken.has(index) ? 'csvQuotes' : spilt ? 'csvCells' : undefined,
        cells: Object.fromEntries(
          fields.flatMap((field, at) => {
            const cell = fromWords((cells[at] ?? '').trim()).trim();
            return field && cell !== '' ? [[field, cell]] : [];
          }),
        ),
      };
    }),
  };
}

const digitsOf = (phone: string): string => phone.replace(/\D/g, '').slice(-9);

/** What a person is known again by: e-mail, else phone; a name alone only where the row says nothing else. */
const keysOf = (one: { name: string; email?: string; phone?: string }): string[] => {
  const keys = [
    ...(one.email ? [`email ${one.email.toLowerCase()}`] : []),
    ...(one.phone && digitsOf(one.phone).length >= 6 ? [`phone ${digitsOf(one.phone)}`] : []),
  ];
  return keys.length > 0 ? keys : [`name ${foldText(one.name)}`];
};

/** One telephone for two people who each have their own address is a family's. */
const areOne = (one: { email?: string }, other: { email?: string }): boolean =>
  !one.email || !other.email || one.email.toLowerCase() === other.email.toLowerCase();

/** What a row changes of a file that is there: only what it says, and tags are added. */
function changesOf(file: ClientDocument, input: CreateClientInput): Partial<ClientDocument> {
  const { tags, event, ...texts } = input;
  const changed: Partial<ClientDocument> = {};
  for (const [key, value] of Object.entries(texts) as [keyof typeof texts, string | undefined][]) {
    if (value === undefined) continue;
    const given = key === 'email' ? value.toLowerCase() : value;
    if (file[key] !== given) Object.assign(changed, { [key]: given });
  }
  if (event && (event.label !== file.event?.label || event.date.getTime() !== file.event.date.getTime()))
    changed.event = event;
  const all = [...new Set([...file.tags, ...(tags ?? [])])];
  if (all.length > file.tags.length) changed.tags = all;
  return changed;
}

/**
 * Reads a table of people and opens a file for each who has none: all of it, or nothing when something fails. Rows that
 * cannot be are refused with their reasons and keep nobody else out; read again, the same table finds everybody there.
 * @param input.dryRun tells what would happen, and writes nothing
 * @throws AppError csv_unreadable, csv_empty, csv_no_name, csv_too_many.
 */
export async function importClients(
  db: Database,
  _actor: StaffActor,
  input: { bytes: Uint8Array; dryRun: boolean; duplicates: DuplicateRule },
  locale: Locale,
): Promise<ImportResultDto> {
  const table = readTable(input.bytes);
  const work = (session?: ClientSession) => judge(db, table, input, locale, session);
  // Two imports at once would open two files for one person: one after the other.
  const rows = input.dryRun ? await work() : await withLock(db, 'clientImport', work);
  const count = (verdict: ImportedRowDto['verdict']) => rows.filter((row) => row.verdict === verdict).length;
  return {
    dryRun: input.dryRun,
    encoding: table.encoding,
    columns: table.columns,
    rows,
    counts: {
      created: count('created'),
      updated: count('updated'),
      duplicate: count('duplicate'),
      refused: count('refused'),
    },
  };
}

async function judge(
  db: Database,
  table: Table,
  { dryRun, duplicates }: { dryRun: boolean; duplicates: DuplicateRule },
  locale: Locale,
  session?: ClientSession,
): Promise<ImportedRowDto[]> {
  const t = translator(locale, 'errors');
  const known = await clients(db)
    .find({ erasedAt: { $exists: false } }, { session, sort: { _id: 1 } })
    .toArray();
  const byId = new Map(known.map((file) => [file._id.toHexString(), file]));
  const byKey = new Map<string, ClientDocument>();
  for (const file of [...known].reverse())
    for (const key of [...keysOf(file), `name ${foldText(file.name)}`]) byKey.set(key, file);
  const rowOfKey = new Map<string, { row: number; input: CreateClientInput }>();
  const fresh: ClientDocument[] = [];
  const rows: ImportedRowDto[] = [];
  for (const { row, cells, problem } of table.rows) {
    const { input, errors } = readRow(cells, locale);
    if (problem) errors.unshift({ path: '', code: problem, message: t(`fields.${problem}`) });
    const name = [cells.firstName, cells.name].filter(Boolean).join(' ');
    if (!input || errors.length > 0) {
      rows.push({ row, verdict: 'refused', name, errors });
      continue;
    }
    const keys = keysOf(input);
    const file =
      (cells.id && byId.get(cells.id.toLowerCase())) ||
      keys.map((key) => byKey.get(key)).find((one) => one && areOne(one, input));
    const same = keys.map((key) => rowOfKey.get(key)).find((one) => one && areOne(one.input, input));
    for (const key of keys) if (!rowOfKey.has(key)) rowOfKey.set(key, { row, input });
    if (same) {
      rows.push({ row, verdict: 'duplicate', name, sameAsRow: same.row, errors });
      continue;
    }
    if (file) {
      const changes = duplicates === 'update' ? changesOf(file, input) : {};
      const updated = Object.keys(changes).length > 0;
      if (updated && !dryRun)
        await clients(db).updateOne(
          { _id: file._id },
          {
            $set: { ...changes, ...clientSearchFields({ ...file, ...changes }), updatedAt: new Date() },
            $inc: { version: 1 },
          },
          { session },
        );
      const client = { id: file._id.toHexString(), name: file.name };
      rows.push({ row, verdict: updated ? 'updated' : 'duplicate', name, client, errors });
      continue;
    }
    const made = newClientFile(input);
    if (!dryRun) fresh.push(made);
    rows.push({
      row,
      verdict: 'created',
      name,
      ...(dryRun ? {} : { client: { id: made._id.toHexString(), name: made.name } }),
      errors,
    });
  }
  if (fresh.length > 0) await clients(db).insertMany(fresh, { session });
  return rows;
}
