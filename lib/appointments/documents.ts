import type { ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import type { Side } from '../orders/words';
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
  proposedBy: Side;
  /** Since when both expect this hour; a reminder that would have been due before it says nothing new. */
  settledAt?: Date;
  /** When people were last reminded of it. */
  remindedAt?: Date;
  cancelledBy?: Side;
  createdAt: Date;
  updatedAt: Date;
  version: number;
}

/** That a reminder left: of one hour of one appointment, so many hours before. A moved one has another hour. */
export interface ReminderDocument {
  _id: ObjectId;
  appointmentId: ObjectId;
  start: Date;
  before: number;
  sentAt: Date;
}

export const reminders = (db: Database) => db.db.collection<ReminderDocument>('appointmentReminders');
export const appointments = (db: Database) => db.db.collection<AppointmentDocument>('appointments');
