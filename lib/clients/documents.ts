import type { ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import type { SearchFields } from '../db/search';
import type { MERGE_FIELDS } from './schemas';
import type { MeasurementKind, MeasurementValues, PointWarning } from './measurement-schemas';

/** The texts of a file that are compared when two are merged; an event counts as one. */
export type MergeField = (typeof MERGE_FIELDS)[number];

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

/** A client file: the person as the house knows them, with or without an account. */
export interface ClientDocument extends SearchFields {
  _id: ObjectId;
  name: string;
  email?: string;
  phone?: string;
  address?: string;
  /** Birthday without a year, `MM-DD`: the house wishes it, it does not count it. */
  birthday?: string;
  /** How and when this person likes to be reached. */
  contactNote?: string;
  /** What the pieces are made for, counted down on the file. */
  event?: { label: string; date: Date };
  posture?: string;
  allergies?: string;
  preferences?: string;
  tags: string[];
  /** Internal: never leaves to the client. */
  notes?: string;
  archived: boolean;
  /** The account, once the person has one. */
  accountId?: ObjectId;
  /** Since when the owner has this account suspended; the account itself says whether it may come in. */
  suspendedAt?: Date;
  /** The files that were merged into this one, the last one last. */
  merged?: MergedFile[];
  /** When the person had themselves erased; what stays is what the law asks the house to keep. */
  erasedAt?: Date;
  /** When the newest measurement set was taken; kept here so that the list can say « à reprendre ». */
  lastMeasuredAt?: Date;
  /** Name without accents or capitals: the order of the list. */
  sortName: string;
  createdAt: Date;
  updatedAt: Date;
  version: number;
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

export const clients = (db: Database) => db.db.collection<ClientDocument>('clients');
export const mergedAway = (db: Database) => db.db.collection<MergedAway>('mergedClients');
export const measurementSets = (db: Database) => db.db.collection<MeasurementSetDocument>('measurementSets');
