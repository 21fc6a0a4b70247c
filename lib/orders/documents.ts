import type { ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import type { SearchFields } from '../db/search';
import type { Money } from '../money';
import type {
  ChangeDecision,
  ChangeStatus,
  OptionValue,
  OrderEventType,
  PaymentKind,
  PaymentMethod,
  QuoteStatus,
  Side,
  Stage,
  Unit,
  Visibility,
} from './schemas';
import type { FileRefDto } from '../files/schemas';

/** Who did it, with the name they had then: an event is never rewritten when a person changes theirs. */
export interface Signed {
  id: ObjectId;
  name: string;
}

export interface QuoteLine {
  label: string;
  quantity: number;
  unit: Unit;
  unitPrice: Money;
  vatRate?: number;
  changeRequest?: number;
  changedAt?: Date;
}

export interface Quote {
  n: number;
  status: QuoteStatus;
  lines: QuoteLine[];
  depositPercent: number;
  validUntil: Date;
  /** The date this quote promises; the order takes it when the quote is accepted. */
  promisedDate?: Date;
  note?: string;
  createdAt: Date;
  createdBy: Signed;
  answeredAt?: Date;
  answeredBy?: Signed;
  onBehalf?: boolean;
  declineNote?: string;
}

export interface Payment {
  n: number;
  kind: PaymentKind;
  amount: Money;
  method: PaymentMethod;
  paidAt: Date;
  recordedBy: Signed;
  recordedAt: Date;
  note?: string;
  /** A wrong record is reversed with a name and an hour; it is never erased. */
  reversed?: { at: Date; by: Signed; note?: string };
}

export interface Change {
  field: string;
  from?: string;
  to: string;
}

export interface ChangeRequest {
  n: number;
  status: ChangeStatus;
  changes: Change[];
  note?: string;
  files: FileRefDto[];
  createdAt: Date;
  createdBy: Signed;
  answer?: {
    decision: ChangeDecision;
    priceDelta?: Money;
    daysDelta?: number;
    note?: string;
    changes?: Change[];
    at: Date;
    by: Signed;
  };
  settledAt?: Date;
  revision?: number;
}

export interface MeasurementSnapshot {
  setId?: ObjectId;
  takenAt: Date;
  kind: 'body' | 'garment';
  posture?: string;
  values: Record<string, number>;
  custom: { label: string; value: number }[];
  frozenAt: Date;
}

export interface CuttingSheet {
  number: string;
  title: string;
  garment: string;
  clientName: string;
  description: string;
  options: Record<string, OptionValue>;
  fabric?: string;
  lining?: string;
  imageFileId?: ObjectId;
  /** SHA-256 of the picture's bytes, in hex: the fingerprint covers what was seen, not only which file it was. */
  imageSha256?: string;
  callouts: { x: number; y: number; text: string }[];
  note?: string;
  price?: Money;
  deliveryDate?: Date;
  measurements?: MeasurementSnapshot;
  revision: number;
}

export interface CuttingApproval {
  n: number;
  /** Written once. */
  sheet: CuttingSheet;
  fingerprint: string;
  createdAt: Date;
  createdBy: Signed;
  signatures: { side: Side; by: Signed; at: Date; onBehalf?: boolean }[];
}

export interface OrderDocument extends SearchFields {
  _id: ObjectId;
  /** `FF-2026-0001`. */
  number: string;
  title: string;
  garment: string;
  description: string;
  options: Record<string, OptionValue>;
  occasion?: string;
  eventDate?: Date;
  stage: Stage;
  stageSince: Date;
  onHold?: { reason: string; since: Date; until?: Date };
  clientId: ObjectId;
  couturierId: ObjectId;
  modelId?: ObjectId;
  desiredDate?: Date;
  promisedDate?: Date;
  deliveredAt?: Date;
  revision: number;
  quotes: Quote[];
  payments: Payment[];
  changeRequests: ChangeRequest[];
  cuttingApprovals: CuttingApproval[];
  measurementSnapshot?: MeasurementSnapshot;
  referenceFileIds: ObjectId[];
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

/** One thing that happened; written once, never changed. */
export interface OrderEventDocument {
  _id: ObjectId;
  orderId: ObjectId;
  type: OrderEventType;
  actorId: ObjectId;
  actorName: string;
  at: Date;
  from?: string;
  to?: string;
  note?: string;
  data: Record<string, unknown>;
  visibility: Visibility;
}

/** `_id` is `orders:<year>`; `value` the last number given. */
export interface CounterDocument {
  _id: string;
  value: number;
}

export const orders = (db: Database) => db.db.collection<OrderDocument>('orders');
export const orderEvents = (db: Database) => db.db.collection<OrderEventDocument>('orderEvents');
export const counters = (db: Database) => db.db.collection<CounterDocument>('counters');
