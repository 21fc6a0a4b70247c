import Papa from 'papaparse';
import type { Locale, StaffActor } from '../actor';
import { recordAct } from '../audit/record-act';
import type { Database } from '../db/client';
import { languageOf } from '../i18n/config';
import { columnOf, CSV_FIELDS, headerOf } from './csv-columns';
import { asWords } from './csv-text';
import { clients } from './documents';
import { BY_NAME, filterOf } from './list-clients';
import type { ListClientsQuery } from './schemas';

/** A full name is one cell: nobody's name is cut in two by us. */
const WRITTEN = CSV_FIELDS.flatMap((field) => {
  const { write } = columnOf(field);
  return write ? [{ field, write }] : [];
});

/** The mark by which Excel knows UTF-8. */
const BOM = '\uFEFF';

/**
 * The files of the house as a table for spreadsheets, narrowed as the list is: every cell quoted, none of them a formula,
 * and what it says can be imported again. French spreadsheets part columns by semicolons, English ones by commas.
 */
export async function exportClients(
  db: Database,
  actor: StaffActor,
  query: Pick<ListClientsQuery, 'q' | 'tag' | 'archived'>,
  locale: Locale,
): Promise<string> {
  const files = await clients(db)
    .find({ $and: [await filterOf(db, query), { erasedAt: { $exists: false } }] })
    .sort(BY_NAME.sort)
    .toArray();
  await recordAct(db, { kind: 'clientsExported', by: actor.id, detail: { count: files.length } });
  const rows = [
    WRITTEN.map(({ field }) => headerOf(field, locale)),
    ...files.map((file) => WRITTEN.map(({ write }) => asWords(write(file, locale)))),
  ];
  return `${BOM}${Papa.unparse(rows, { quotes: true, delimiter: languageOf(locale).columns })}\r\n`;
}
