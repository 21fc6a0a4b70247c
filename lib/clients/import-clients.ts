import type { ClientSession } from 'mongodb';
import type { Locale, StaffActor } from '../actor';
import { recordAct } from '../audit/record-act';
import type { Database } from '../db/client';
import { newId } from '../db/ids';
import { withLock } from '../db/with-lock';
import { getHouse } from '../house/get-house';
import { languageOf } from '../i18n/config';
import { formatNumber, formatDate } from '../i18n/format';
import { translator } from '../i18n/translate';
import { takeTurns } from '../take-turns';
import { newClientFile } from './create-client';
import { nameOf, type ReadRow, readRow } from './csv-row';
import { CLIENT_TEXTS } from './fields';
import {
  type ClientDocument,
  clients,
  type ImportedFields,
  imports,
  type ImportStepDocument,
  importSteps,
  type MeasurementSetDocument,
  measurementSets,
} from './documents';
import { clientSearchFields } from './search-fields';
import { countryOf } from './house-country';
import { labelOf } from './csv-headers';
import { beforeImport, changesOf } from './import-changes';
import type { CreateClientInput, CsvChange, ImportClientsQuery, ImportedRowDto, ImportResultDto } from './schemas';
import { readTable, type Table } from './read-table';
import { KnownPeople } from './same-person';
import { type ImportedField, undoneUntil } from './undo-rules';

const WRITTEN_AT_ONCE = 500;

/** What the person decided over the rehearsal. */
export interface ImportChoices extends Omit<ImportClientsQuery, 'dryRun'> {
  dryRun: boolean;
}

/**
 * Reads a table of people and opens a file for each who has none: all of it, or nothing when something fails. Whoever only
 * shares a contact or a name with somebody is a question, and two people unless `same` names the row; `apart` names rows that
 * are new people whatever they share, `alone` those whose number leaves the file it stands in. Read again, the same table finds everybody there.
 * What was done is kept file by file, so that it can be taken back (lib/people/undo-import.ts).
 * @param input.dryRun tells what would happen, and writes nothing
 * @throws AppError csv_unreadable, csv_empty, csv_no_name, csv_too_many.
 */
export async function importClients(
  db: Database,
  actor: StaffActor,
  input: ImportChoices & { bytes: Uint8Array },
  locale: Locale,
): Promise<ImportResultDto> {
  const table = await readTable(input.bytes, input.columns, input.dryRun);
  const work = async (session?: ClientSession) => {
    const one = new Import(db, actor, input, locale, session);
    return { rows: await one.run(table), undo: await one.keepUndo() };
  };
  // Two imports at once would open two files for one person: one after the other.
  const { rows, undo } = input.dryRun ? await work() : await withLock(db, 'clientImport', work);
  const count = (verdict: ImportedRowDto['verdict']) => rows.filter((row) => row.verdict === verdict).length;
  if (!input.dryRun)
    await recordAct(db, {
      kind: 'clientsImported',
      by: actor.id,
      detail: { count: count('created'), more: count('updated') },
    });
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
    ...(undo ? { undo } : {}),
  };
}

type Found<T extends { name: string }> = ReturnType<KnownPeople<T>['find']>;
/** Who a person may be, and what they share. */
type Asked = Pick<NonNullable<Found<{ name: string }>['question']>, 'shares' | 'who'>;

interface Met {
  name: string;
  email?: string;
  phone?: string;
  tags: string[];
  row: number;
  /** The file that is opened for them. */
  made?: ClientDocument;
}

/** Parts that a slow machine writes well before a command is given up (one of ten thousand files took half a minute). */
function* inParts<T>(all: readonly T[]): Generator<T[]> {
  for (let at = 0; at < all.length; at += WRITTEN_AT_ONCE) yield all.slice(at, at + WRITTEN_AT_ONCE);
}

/** As much of a cell as shows which one it is: a table of one cell is not sent back whole. */
const MOST_SHOWN = 200;
const shown = (text: string): string => (text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text);

/** Of a file, the values of some fields; what it does not have is not in it. */
const some = (file: ClientDocument, fields: readonly ImportedField[]): ImportedFields =>
  Object.fromEntries(fields.flatMap((field) => (file[field] === undefined ? [] : [[field, file[field]]])));

/** One reading of a table against the files of the house. */
class Import {
  readonly #now = new Date();
  readonly #fresh: ClientDocument[] = [];
  readonly #sets: MeasurementSetDocument[] = [];
  readonly #importId = newId();
  readonly #steps: ImportStepDocument[] = [];

  constructor(
    private readonly db: Database,
    private readonly actor: StaffActor,
    private readonly choices: ImportChoices,
    private readonly locale: Locale,
    private readonly session: ClientSession | undefined,
  ) {}

  async run(table: Table): Promise<ImportedRowDto[]> {
    const { db, session, locale } = this;
    // Whoever else asks something of the house is answered meanwhile.
    const turn = takeTurns();
    const country = countryOf(await getHouse(db));
    const byId = new Map<string, ClientDocument>();
    const people = new KnownPeople<ClientDocument>(country);
    // Some at once, without what they are searched by, which is most of them: ten thousand in one piece stopped the house for seconds.
    const known = clients(db).find(
      { erasedAt: { $exists: false } },
      { session, sort: { _id: 1 }, batchSize: WRITTEN_AT_ONCE, projection: { search: 0, searchText: 0 } },
    );
    for await (const file of known) {
      byId.set(file._id.toHexString(), file);
      people.add(file);
      await turn();
    }
    const met = new KnownPeople<Met>(country);
    const rows: ImportedRowDto[] = [];
    for (const { row, cells, problem } of table.rows) {
      await turn();
      const read = readRow(cells, locale, country);
      const name = read.input?.name ?? nameOf(Object.fromEntries(cells.map((cell) => [cell.readAs, cell.text])));
      const errors = [...read.errors];
      if (problem)
        errors.unshift({ path: '', code: problem, message: translator(locale, 'errors')(`fields.${problem}`) });
      const unread = read.unread.map((cell) => ({ ...cell, header: shown(cell.header), text: shown(cell.text) }));
      const said = { row, name: shown(name), errors, unread };
      if (!read.input || errors.length > 0) {
        rows.push({ ...said, verdict: 'refused' });
        continue;
      }
      const apart = this.choices.apart.includes(row);
      const there = met.find(read.input);
      const own = read.id ? byId.get(read.id.toLowerCase()) : undefined;
      const file = own ? { same: own } : people.find(read.input);
      const here: Met = { ...read.input, tags: read.input.tags ?? [], row };
      met.add(here);
      const told = this.choices.same.includes(row);
      const earlier = there.same ?? (told && !file.question ? there.question?.who : undefined);
      if (earlier && !apart) {
        rows.push({ ...said, verdict: 'duplicate', sameAsRow: earlier.row });
        continue;
      }
      const target = apart ? undefined : (file.same ?? (told ? file.question?.who : undefined));
      if (target) {
        const client = { id: target._id.toHexString(), name: target.name };
        const changes = await this.#update(target, read, { row, told, country });
        rows.push({
          ...said,
          verdict: changes.some(({ taken }) => taken) ? 'updated' : 'duplicate',
          client,
          changes,
          ...(told ? asked(file, there, here) : {}),
        });
        continue;
      }
      const alone = this.choices.alone.includes(row);
      const asks = apart || alone ? undefined : (file.question ?? there.question);
      const made = newClientFile(this.#reminded(read.input, read.id !== undefined, asks));
      here.made = made;
      this.#fresh.push(made);
      this.#step(made, { opened: true, setId: this.#measure(made, read) });
      const client = this.choices.dryRun ? {} : { client: { id: made._id.toHexString(), name: made.name } };
      rows.push({ ...said, verdict: 'created', ...client, ...asked(file, there, here) });
      if (alone) await this.#release(file, there);
    }
    if (!this.choices.dryRun) await this.#write();
    return rows;
  }

  /** Brings a file up to date where that is wanted. @returns what changes */
  async #update(
    file: ClientDocument,
    read: ReadRow,
    { row, told, country }: { row: number; told: boolean; country: ReturnType<typeof countryOf> },
  ): Promise<CsvChange[]> {
    const { db, session, locale } = this;
    const now = this.#now;
    if (this.choices.duplicates !== 'update' || !read.input) return [];
    const { leave, take } = this.choices;
    const takes = (field: CsvChange['field'], doubtful: boolean) =>
      doubtful ? take.includes(`${row}.${field}`) : !leave.includes(`${row}.${field}`);
    const { set, changes } = changesOf(file, read.input, { locale, country, now, told, takes });
    const before = { ...file };
    const fields = Object.keys(set) as ImportedField[];
    const replaced = () => ({ fields, before: some(before, fields), after: some({ ...before, ...set }, fields) });
    if (fields.length > 0) {
      // Another row of the table may say more of this file.
      Object.assign(file, set);
      if (!this.choices.dryRun)
        await clients(db).updateOne(
          { _id: file._id },
          { $set: { ...set, ...clientSearchFields(file), updatedAt: now }, $inc: { version: 1 } },
          { session },
        );
    }
    const setId = await this.#remeasure(file, read, { takes, changes });
    if (fields.length > 0 || setId) this.#step(file, { ...(fields.length > 0 ? replaced() : {}), setId });
    return changes;
  }

  /** Writes what was measured on a day that is not there, or without one and wanted. @returns the set */
  async #remeasure(
    file: ClientDocument,
    read: ReadRow,
    { takes, changes }: { takes: (field: CsvChange['field'], doubtful: boolean) => boolean; changes: CsvChange[] },
  ): Promise<ImportStepDocument['setId']> {
    const { db, session, locale } = this;
    if (Object.keys(read.values).length === 0) return undefined;
    const last = await measurementSets(db).findOne({ clientId: file._id }, { session, sort: { takenAt: -1 } });
    // The same day is not written twice, and what was measured nobody knows when is taken only where somebody says so.
    const takenAt = read.measuredAt?.getTime();
    if (last && last.takenAt.getTime() === takenAt) return undefined;
    const values: ReadRow['values'] = {};
    for (const [field, value] of Object.entries(read.values) as [keyof typeof values, number][]) {
      const before = last?.values[field];
      if (takenAt === undefined && before === value) continue;
      const doubtful = last !== null && takenAt === undefined;
      const taken = takes(field, doubtful);
      const words = (length: number) => `${formatNumber(locale, length)}\u00a0cm`;
      const from = last && before !== undefined ? `${words(before)}, ${formatDate(locale, last.takenAt)}` : undefined;
      changes.push({ field, ...(from ? { from } : {}), to: words(value), doubtful, taken });
      if (taken) values[field] = value;
    }
    return this.#measure(file, { ...read, values });
  }

  /**
   * Two people with one telephone: the new file says whose else it is, so that whoever calls it knows. A table of the house itself says
   * already what there is to say.
   */
  #reminded(input: CreateClientInput, own: boolean, asked: Asked | undefined): CreateClientInput {
    if (asked?.shares !== 'phone' || own) return input;
    const reminder = translator(this.locale, 'clients')('import.reminder', { other: asked.who.name });
    const contactNote = [input.contactNote, reminder].filter(Boolean).join('\n');
    const known = input.contactNote?.includes(reminder) || contactNote.length > CLIENT_TEXTS.contactNote.max;
    return known ? input : { ...input, contactNote };
  }

  /** A number that is the new person's alone leaves who had it until now; their notes say which it was. */
  async #release(file: Found<ClientDocument>, there: Found<Met>): Promise<void> {
    const { db, session, locale } = this;
    const asked = file.question ?? there.question;
    const who = file.question?.who ?? there.question?.who.made;
    if (asked?.shares !== 'phone' || !who?.phone) return;
    const line = beforeImport(locale, this.#now, `${labelOf('phone', locale)}${languageOf(locale).colon}${who.phone}`);
    const notes = [who.notes, line].filter(Boolean).join('\n');
    const { phone: _gone, ...kept } = { ...who, notes };
    const fields = clientSearchFields(kept);
    const before = some(who, ['phone', 'notes']);
    delete who.phone;
    Object.assign(who, { notes, ...fields });
    // A file that this same table opens is written at its end.
    if (!file.question || this.choices.dryRun) return;
    const set = { notes, ...fields, updatedAt: this.#now };
    await clients(db).updateOne(
      { _id: who._id },
      { $set: set, $unset: { phone: 1 }, $inc: { version: 1 } },
      { session },
    );
    this.#step(who, { fields: ['phone', 'notes'], before, after: { notes } });
  }

  /** Keeps what was done to a file. */
  #step(
    file: ClientDocument,
    { setId, ...step }: Pick<ImportStepDocument, 'opened' | 'fields' | 'before' | 'after' | 'setId'>,
  ): void {
    const ids = { _id: newId(), importId: this.#importId, clientId: file._id };
    this.#steps.push({ ...ids, at: this.#now, ...step, ...(setId ? { setId } : {}) });
  }

  /** Writes down what was done, for as long as it can be taken back. @returns nothing where nothing was done */
  async keepUndo(): Promise<ImportResultDto['undo']> {
    const { db, session, actor, choices } = this;
    if (choices.dryRun || this.#steps.length === 0) return undefined;
    const opened = this.#fresh.length;
    const changed = new Set(this.#steps.flatMap((step) => (step.opened ? [] : step.clientId.toHexString()))).size;
    const made = { _id: this.#importId, by: actor.id, at: this.#now, opened, changed };
    await imports(db).insertOne(made, { session });
    for (const some of inParts(this.#steps)) await importSteps(db).insertMany(some, { session });
    return { id: made._id.toHexString(), until: undoneUntil(made.at).toISOString() };
  }

  #measure(file: ClientDocument, { values, measuredAt }: ReadRow): ImportStepDocument['setId'] {
    if (Object.keys(values).length === 0) return undefined;
    const takenAt = measuredAt ?? this.#now;
    file.lastMeasuredAt = takenAt;
    const _id = newId();
    this.#sets.push({
      _id,
      clientId: file._id,
      takenAt,
      takenBy: this.actor.id,
      kind: 'body',
      values,
      custom: [],
      warnings: [],
      createdAt: this.#now,
      updatedAt: this.#now,
    });
    return _id;
  }

  async #write(): Promise<void> {
    const { db, session } = this;
    for (const some of inParts(this.#fresh)) await clients(db).insertMany(some, { session });
    for (const some of inParts(this.#sets)) await measurementSets(db).insertMany(some, { session });
    const fresh = new Set(this.#fresh.map(({ _id }) => _id.toHexString()));
    for (const { clientId, takenAt } of this.#sets)
      if (!fresh.has(clientId.toHexString()))
        await clients(db).updateOne({ _id: clientId }, { $max: { lastMeasuredAt: takenAt } }, { session });
  }
}

/** Who the person of a row may be, for whoever reads the rehearsal. */
function asked(
  file: Found<ClientDocument>,
  there: Found<Met>,
  { email: ownEmail, phone: ownPhone, tags: ownTags }: Met,
): Pick<ImportedRowDto, 'question'> {
  const own = { email: ownEmail, phone: ownPhone, tags: ownTags };
  if (file.question) {
    const { who, shares } = file.question;
    const { email, phone, tags } = who;
    const client = { id: who._id.toHexString(), name: who.name };
    return { question: { shares, client, email, phone, tags, since: who.createdAt.toISOString(), own } };
  }
  if (!there.question) return {};
  const { who, shares } = there.question;
  return {
    question: { shares, sameRow: who.row, name: who.name, email: who.email, phone: who.phone, tags: who.tags, own },
  };
}
