import Papa from 'papaparse';
import type { Locale, StaffActor } from '../actor';
import { recordAct } from '../audit/record-act';
import type { Database } from '../db/client';
import { languageOf } from '../i18n/config';
import { takeTurns } from '../take-turns';
import { columnOf, CSV_FIELDS, headerOf } from './csv-columns';
import { asWords } from './csv-text';
import { type ClientDocument, clients } from './documents';
import { BY_NAME, filterOf } from './list-clients';
import type { ListClientsQuery } from './schemas';

/** A full name is one cell: nobody's name is cut in two by us. */
const WRITTEN = CSV_FIELDS.flatMap((field) => {
  const { write } = columnOf(field);
  return write ? [{ field, write }] : [];
});

const READ_AT_ONCE = 200;

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
  const turn = takeTurns();
  const line = (cells: string[]) => Papa.unparse([cells], { quotes: true, delimiter: languageOf(locale).columns });
  const lines = [line(WRITTEN.map(({ field }) => headerOf(field, locale)))];
  // Some at once, without what they are searched by: a house of many years in one piece stopped everybody for seconds.
  const files = clients(db)
    .find({ $and: [await filterOf(db, query), { erasedAt: { $exists: false } }] })
    .project<ClientDocument>({ search: 0, searchText: 0 })
    .sort(BY_NAME.sort)
    .batchSize(READ_AT_ONCE);
  for await (const file of files) {
    lines.push(line(WRITTEN.map(({ write }) => asWords(write(file, locale)))));
    await turn();
  }
  await recordAct(db, { kind: 'clientsExported', by: actor.id, detail: { count: lines.length - 1 } });
  return `${BOM}${lines.join('\r\n')}\r\n`;
}
