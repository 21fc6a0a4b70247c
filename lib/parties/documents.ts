import type { ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import type { PartyKind } from './words';

/** Who pays for one or several: somebody with a file, or a name (« Famille Sow »). */
export interface PayerDocument {
  n: number;
  name: string;
  clientId?: ObjectId;
}

/** One person of the party. What they wear, its price, its day and its payments are the order's, and stand there alone. */
export interface MemberDocument {
  n: number;
  clientId: ObjectId;
  /** Who they are in it: « la mariée ». */
  part?: string;
  orderId?: ObjectId;
  payer: number;
  /** Withdrew: the row stays, struck, with what happened. */
  withdrawn?: { at: Date; by: ObjectId; note?: string };
}

/** A day for all of them: asked for until it is held. */
export interface CommonDay {
  n: number;
  label: string;
  day: string;
  time?: string;
  held: boolean;
}

/** A cortège: one event, several people. Days are of the atelier's calendar, `2027-02-13`. */
export interface PartyDocument {
  _id: ObjectId;
  name: string;
  kind: PartyKind;
  day: string;
  place?: string;
  note?: string;
  couturierId: ObjectId;
  /** Until when everybody's measures are asked for. */
  measuresBy?: string;
  days: CommonDay[];
  payers: PayerDocument[];
  members: MemberDocument[];
  /** The last number given to a member, a payer or a day: none is given twice. */
  lastN: number;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export const parties = (db: Database) => db.db.collection<PartyDocument>('parties');
