import type { ObjectId } from 'mongodb';
import type { z } from 'zod';
import type { Database } from '../db/client';
import { STORED } from '../db/leaves';
import type { SearchFields } from '../db/search';
import type { MergeField } from './fields';
import { clientShape } from './shape';
import type { MeasurementKind, MeasurementValues, PointWarning } from './measurement-schemas';
import type { ImportedField, LeftReason } from './undo-rules';

/** That another file was merged into this one, and what it said that found no place: a merge loses no word. */
export interface MergedFile {
  fileId: ObjectId;
  name: string;
  by: { id: ObjectId; name: string };
  at: Date;
  kept: Partial<Record<MergeField, string>>;
}

/** Where a file went that was merged away; its address leads there. */
export interface MergedAway {
  /** The id the file had. */
  _id: ObjectId;
  intoId: ObjectId;
  at: Date;
}

/** What is stored of a client file and leaves, as a codec between document and wire. */
export const storedClient = clientShape(STORED);

/** A client file: the person as the house knows them, with or without an account. */
export interface ClientDocument extends z.output<typeof storedClient>, SearchFields {
  _id: ObjectId;
  /** The files that were merged into this one, the last one last. */
  merged?: MergedFile[];
  /** Name without accents or capitals: the order of the list. */
  sortName: string;
}

/** One taking of measurements. Never overwritten: a change makes a new set, so that a body's history stays readable. */
export interface MeasurementSetDocument {
  _id: ObjectId;
  clientId: ObjectId;
  takenAt: Date;
  /** The account that held the tape: a couturier, or the client. */
  takenBy: ObjectId;
  kind: MeasurementKind;
  posture?: string;
  values: MeasurementValues;
  custom: { label: string; value: number }[];
  /** What was unusual and confirmed. */
  warnings: PointWarning[];
  createdAt: Date;
  updatedAt: Date;
}

/** Values of a file that a table brought up to date. */
export type ImportedFields = Partial<Pick<ClientDocument, ImportedField>>;

/** A table of people that was imported, for as long as that can be taken back. */
export interface ImportDocument {
  _id: ObjectId;
  by: ObjectId;
  at: Date;
  /** Files it opened, and files it brought up to date. */
  opened: number;
  changed: number;
  /** What of it was taken back by now. */
  undoing?: { removed: number; restored: number };
  /** That it was taken back: files that went, and files that are as they were. */
  undone?: { by: ObjectId; at: Date; removed: number; restored: number };
}

/** What an import did to one file, for as long as it can be taken back; afterwards, what was left. */
export interface ImportStepDocument {
  _id: ObjectId;
  importId: ObjectId;
  clientId: ObjectId;
  at: Date;
  /** It opened the file. */
  opened?: true;
  /** What it changed, as it was and as it then became; a field without a value is in neither. */
  fields?: ImportedField[];
  before?: ImportedFields;
  after?: ImportedFields;
  /** The measurements it wrote. */
  setId?: ObjectId;
  left?: { why: LeftReason; fields?: ImportedField[]; measurements?: true };
}

export const clients = (db: Database) => db.db.collection<ClientDocument>('clients');
export const mergedAway = (db: Database) => db.db.collection<MergedAway>('mergedClients');
export const measurementSets = (db: Database) => db.db.collection<MeasurementSetDocument>('measurementSets');
export const imports = (db: Database) => db.db.collection<ImportDocument>('clientImports');
export const importSteps = (db: Database) => db.db.collection<ImportStepDocument>('clientImportSteps');
