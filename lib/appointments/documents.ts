import type { ObjectId } from 'mongodb';
import type { z } from 'zod';
import type { Database } from '../db/client';
import { STORED } from '../db/leaves';
import type { Side } from '../orders/words';
import { appointmentShape } from './shape';

/** What is stored of an appointment and leaves, as a codec between document and wire. */
export const storedAppointment = appointmentShape(STORED);

/** A client and a couturier, at one hour. */
export interface AppointmentDocument extends z.output<typeof storedAppointment> {
  _id: ObjectId;
  /** Since when both expect this hour; a reminder that would have been due before it says nothing new. */
  settledAt?: Date;
  /** When people were last reminded of it. */
  remindedAt?: Date;
  cancelledBy?: Side;
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
