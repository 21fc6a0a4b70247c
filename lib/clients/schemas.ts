import { z } from 'zod';
import { words } from '../clean-text';
import { LOCALES } from '../i18n/config';
import { pageQuery } from '../pagination';
import { personName } from '../person-name';
import { sentId as id, givenId, sentMoment as stamp, givenMoment, day } from '../wire';
import { CSV_FIELDS } from './csv-columns';
import { CLIENT_TEXTS, MERGE_FIELDS, perText, SINGLE_FIELDS } from './fields';
import { POINT_CODES } from './measurement-points';
import { SHARED } from './same-person';
import { clientShape } from './shape';
import { IMPORTED_FIELDS, LEFT_REASONS } from './undo-rules';

const line = (max: number) => words().min(1).max(max);
/** A day (`2027-02-13`, read as noon so that no time zone moves it) or an instant. */
export const dayOrInstant = z
  .union([day.transform((day) => `${day}T12:00:00Z`), givenMoment])
  .transform((text) => new Date(text));

const name = personName(120);
/** What a file may say beside its name. */
const fields = {
  email: z.email({ error: 'fields.email' }).max(254),
  ...perText((text) => line(CLIENT_TEXTS[text].max)),
  /** `MM-DD`, a day there is. */
  birthday: z
    .string()
    .regex(/^(02-(0[1-9]|1\d|2\d)|(0[469]|11)-(0[1-9]|[12]\d|30)|(0[13578]|1[02])-(0[1-9]|[12]\d|3[01]))$/, {
      error: 'fields.birthday',
    }),
  event: z.strictObject({ label: line(120), date: dayOrInstant }),
};
const tags = z
  .array(line(40))
  .max(30)
  .transform((all) => [...new Set(all)]);

/** Opening a file. */
export const createClientInput = z.strictObject({ name, ...z.object(fields).partial().shape, tags: tags.optional() });
export type CreateClientInput = z.infer<typeof createClientInput>;

const clearable = Object.fromEntries(
  Object.entries(fields).map(([field, schema]) => [field, schema.nullable().optional()]),
) as { [Field in keyof typeof fields]: z.ZodOptional<z.ZodNullable<(typeof fields)[Field]>> };

/** Editing a file: what is sent changes, `null` empties. */
export const editClientInput = z.strictObject({
  version: z.int().min(1),
  name: name.optional(),
  ...clearable,
  tags: tags.optional(),
  archived: z.boolean().optional(),
});
export type EditClientInput = z.infer<typeof editClientInput>;

/** `?archived=true` shows what was put away; without it, the living files. */
export const listClientsQuery = pageQuery.extend({
  q: words().max(120).optional(),
  tag: words().max(40).optional(),
  archived: z.enum(['true', 'false', '1', '0']).optional(),
});
export type ListClientsQuery = z.infer<typeof listClientsQuery>;

export const clientParams = z.strictObject({ id: z.string() });

/** Merges a file into another; `take` names the fields where the file that goes is right. */
export const mergeClientInput = z.strictObject({
  intoId: givenId,
  take: z.array(z.enum(SINGLE_FIELDS)).max(SINGLE_FIELDS.length).default([]),
});
export type MergeClientInput = z.infer<typeof mergeClientInput>;
export const previewMergeQuery = mergeClientInput.pick({ intoId: true });

/** A client file as couturiers read it. */
export const clientDto = clientShape({ id, moment: stamp }).extend({
  id,
  /** The files that were merged into this one, and their words that did not win. */
  merged: z.array(
    z.object({
      id,
      name: z.string(),
      byName: z.string(),
      at: stamp,
      kept: z.partialRecord(z.enum(MERGE_FIELDS), z.string()),
    }),
  ),
  /** Whether the measurements are older than six months. */
  measurementsOutdated: z.boolean(),
  /** Of one file, where it has an account with this very address: whether its person has shown that they read it. */
  emailProved: z.boolean().optional(),
});

/** Suspends the account of a client, or lifts it. */
export const suspendClientInput = z.strictObject({ suspended: z.boolean() });
export type SuspendClientInput = z.infer<typeof suspendClientInput>;

/** What is known of somebody whose file may be there already. */
export const findKnownClientsQuery = z.strictObject({
  name: words().max(120).optional(),
  email: words().max(254).optional(),
  phone: words().max(40).optional(),
});
export type FindKnownClientsQuery = z.infer<typeof findKnownClientsQuery>;

export const knownClientDto = z.object({
  id,
  name: z.string(),
  email: z.string().optional(),
  phone: z.string().optional(),
  archived: z.boolean(),
  shares: z.array(z.enum(SHARED)),
});
export type KnownClientDto = z.infer<typeof knownClientDto>;

/** The table is narrowed as the list is; `locale` names its columns (a link cannot say it otherwise). */
export const exportClientsQuery = listClientsQuery
  .pick({ q: true, tag: true, archived: true })
  .extend({ locale: z.enum(LOCALES).optional() });

const listed = z.string().max(20_000).optional();
/** Rows by their numbers in the spreadsheet, parted by commas. */
const rowNumbers = listed
  .pipe(
    z
      .string()
      .regex(/^\d+(,\d+)*$/)
      .optional(),
  )
  .transform((list) => list?.split(',').map(Number) ?? []);

/** Cells by row and field, `38.phone`, parted by commas. */
const cellNames = listed
  .pipe(
    z
      .string()
      .regex(/^\d+\.\w+(,\d+\.\w+)*$/)
      .optional(),
  )
  .transform((list) => list?.split(',') ?? []);

/**
 * `?dryRun=1` writes nothing; `duplicates=update` lets rows of people who have a file bring it up to date. `columns` says what the
 * columns are read as, by their place: a field, `-` for none, empty for what the header says. `same` names rows that are the person
 * they are asked about, `apart` rows that are new people whatever they share, `alone` those whose number was never that of who has it
 * now. `leave` names changes of files that are not wanted, `take` doubtful ones that are: both as `38.phone`.
 */
export const importClientsQuery = z.strictObject({
  dryRun: z.enum(['1', '0', 'true', 'false']).optional(),
  duplicates: z.enum(['skip', 'update']).default('skip'),
  columns: listed.transform((list) => list?.split(',').map((one) => one.trim())),
  same: rowNumbers,
  apart: rowNumbers,
  alone: rowNumbers,
  leave: cellNames,
  take: cellNames,
});
export type ImportClientsQuery = z.infer<typeof importClientsQuery>;
export type DuplicateRule = ImportClientsQuery['duplicates'];

const csvField = z.enum([...CSV_FIELDS, ...POINT_CODES]);
/** `doubtful` ones are taken only where that is said: a birthday does not change, a measure without a day may be an old one. */
const csvChange = z.object({
  field: csvField,
  from: z.string().optional(),
  to: z.string(),
  doubtful: z.boolean(),
  taken: z.boolean(),
});
/** What of a person helps to tell whether they are somebody else. */
const metPerson = z.object({ email: z.string().optional(), phone: z.string().optional(), tags: z.array(z.string()) });
export type CsvChange = z.infer<typeof csvChange>;

export const importVerdict = z.enum(['created', 'updated', 'duplicate', 'refused']);
export const importedRowDto = z.object({
  /** As the spreadsheet numbers it: the names of the columns are row 1. */
  row: z.int(),
  verdict: importVerdict,
  name: z.string(),
  /** The file that was made, brought up to date or is there already. */
  client: z.object({ id, name: z.string() }).optional(),
  /** An earlier row of the same table that is the same person. */
  sameAsRow: z.int().optional(),
  /** What changes of a file that is there, field by field. */
  changes: z.array(csvChange).optional(),
  /** Somebody who shares a contact or a name, and may be this person: a file of the house, or an earlier row. */
  question: z
    .object({
      shares: z.enum(SHARED),
      client: z.object({ id, name: z.string() }).optional(),
      sameRow: z.int().optional(),
      name: z.string().optional(),
      email: z.string().optional(),
      phone: z.string().optional(),
      tags: z.array(z.string()),
      /** Since when the house knows them. */
      since: stamp.optional(),
      /** The person of the row. */
      own: metPerson,
    })
    .optional(),
  /** Cells that could not be read: the person is taken, and they stand in the notes. */
  unread: z.array(z.object({ path: z.string(), header: z.string(), text: z.string(), message: z.string() })),
  errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })),
});
export const importResultDto = z.object({
  dryRun: z.boolean(),
  encoding: z.enum(['utf-8', 'utf-16', 'windows-1252', 'macintosh']),
  /** The columns as they are named, what each is read as (`null` is not read), and the first thing that stands in it. */
  columns: z.array(
    z.object({
      header: z.string(),
      field: csvField.nullable(),
      example: z.string().optional(),
      /** Of days: that this table writes the month before the day. */
      monthFirst: z.literal(true).optional(),
    }),
  ),
  rows: z.array(importedRowDto),
  counts: z.record(importVerdict, z.int()),
  /** Of an import that wrote something: by which it can be taken back, and until when. */
  undo: z.object({ id, until: stamp }).optional(),
});
export type ImportResultDto = z.infer<typeof importResultDto>;
export type ImportedRowDto = z.infer<typeof importedRowDto>;

/** What an import did that could not be taken back: a file that it opened, or fields of one that it changed. */
const leftDto = z.object({
  client: z.object({ id, name: z.string() }),
  why: z.enum(LEFT_REASONS),
  fields: z.array(z.enum([...IMPORTED_FIELDS, 'measurements'])),
});
/** An import of the last thirty days. */
export const importDto = z.object({
  id,
  at: stamp,
  until: stamp,
  by: z.string(),
  opened: z.int(),
  changed: z.int(),
  /** That it was taken back: files that went, files that are as they were, and what was left (the first hundred). */
  undone: z
    .object({
      at: stamp,
      by: z.string(),
      removed: z.int(),
      restored: z.int(),
      left: z.array(leftDto),
      leftCount: z.int(),
    })
    .optional(),
});
export type ImportDto = z.infer<typeof importDto>;
export const importParams = z.strictObject({ id: z.string() });

/** What would follow a file into another. */
export const mergePreviewDto = z.object({
  from: clientDto,
  into: clientDto,
  follows: z.object({
    orders: z.int(),
    measurements: z.int(),
    appointments: z.int(),
    tasks: z.int(),
    conversations: z.int(),
    favourites: z.int(),
  }),
  /** Why the two cannot be merged. */
  refusal: z.enum(['merge_two_accounts']).optional(),
});
export type MergePreviewDto = z.infer<typeof mergePreviewDto>;
