import Papa from 'papaparse';
import type { Locale, StaffActor } from '../actor';
import type { Database } from '../db/client';
import { headerOf } from './csv-columns';
import { asWords } from './csv-text';
import { type ClientDocument, clients } from './documents';
import { BY_NAME, filterOf } from './list-clients';
import { CSV_FIELDS, type ListClientsQuery, type CsvField } from './schemas';

/** A full name is one cell: nobody's name is cut in two by us. */
const COLUMNS = CSV_FIELDS.filter((field) => field !== 'firstName');

/** The mark by which Excel knows UTF-8. */
const BOM = '\uFEFF';

const cellOf = (file: ClientDocument, field: CsvField): string => {
  switch (field) {
    case 'id':
      return file._id.toHexString();
    case 'eventLabel':
      return file.event?.label ?? '';
    case 'eventDate':
      return file.event?.date.toISOString().slice(0, 10) ?? '';
    case 'tags':
      return file.tags.join(', ');
    case 'firstName':
      return '';
    default:
      return file[field] ?? '';
  }
};

/**
 * The files of the house as a table for spreadsheets, narrowed as the list is: every cell quoted, none of them a formula,
 * and what it says can be imported again. French spreadsheets part columns by semicolons, English ones by commas.
 */
export async function exportClients(
  db: Database,
  _actor: StaffActor,
  query: Pick<ListClientsQuery, 'q' | 'tag' | 'archived'>,
  locale: Locale,
): Promise<string> {
  const files = await clients(db)
    .find({ $and: [await filterOf(db, query), { erasedAt: { $exists: false } }] })
    .sort(BY_NAME.sort)
    .toArray();
  const rows = [
    COLUMNS.map((field) => headerOf(field, locale)),
    ...files.map((file) => COLUMNS.map((field) => asWords(cellOf(file, field)))),
  ];
  return `${BOM}${Papa.unparse(rows, { quotes: true, delimiter: locale === 'fr' ? ';' : ',' })}\r\n`;
}
