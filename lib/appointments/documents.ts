import type { ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import type { AppointmentKind, AppointmentStatus } from './schemas';

/** A client and a couturier, at one hour. */
export interface AppointmentDocument {
  _id: ObjectId;
  kind: AppointmentKind;
  clientId: ObjectId;
  /** The couturier's account. */
  couturierId: ObjectId;
  orderId?: ObjectId;
  start: Date;
  minutes: number;
  note?: string;
  status: AppointmentStatus;
  /** Who asked for the hour as it stands: the other one answers. */
  proposedBy: 'client' | 'house';
  cancelledBy?: 'client' | 'house';
  createdAt: Date;
  updatedAt: Date;
  version: number;
}

export const appointments = (db: Database) => db.db.collection<AppointmentDocument>('appointments');
