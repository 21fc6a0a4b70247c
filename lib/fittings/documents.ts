import type { ObjectId } from 'mongodb';
import type { PointCode } from '../clients/measurement-points';
import type { Database } from '../db/client';
import type { FileRefDto } from '../files/schemas';

/** One thing seen at a fitting. */
export interface FittingRemarkDocument {
  point?: PointCode;
  label?: string;
  delta?: number;
  before?: number;
  after?: number;
  note?: string;
  files: FileRefDto[];
  shared: boolean;
  taskId?: ObjectId;
}

/** What was seen at one appointment; written once, like the measurements it leads to. */
export interface FittingSheetDocument {
  _id: ObjectId;
  appointmentId: ObjectId;
  orderId: ObjectId;
  clientId: ObjectId;
  /** Who wrote it, with the name they had then. */
  couturierId: ObjectId;
  couturierName: string;
  remarks: FittingRemarkDocument[];
  note?: string;
  measurementSetId?: ObjectId;
  createdAt: Date;
}

export const fittingSheets = (db: Database) => db.db.collection<FittingSheetDocument>('fittingSheets');
