import type { ObjectId } from 'mongodb';
import { z } from 'zod';
import type { Database } from '../db/client';
import { STORED } from '../db/leaves';
import type { SearchFields } from '../db/search';
import { orderShape } from './shape';
import type { Untold } from './untold';
import type { OrderEventType } from './words';

const shape = orderShape(STORED);

/** What is stored of an order, as codecs between document and wire; what leaves of it is named in `dto.ts`. */
export const stored = {
  ...shape,
  quote: shape.quote.extend({ depositPercent: z.number() }),
};

export type Signed = z.output<typeof stored.person>;
export type QuoteLine = z.output<typeof stored.quoteLine>;
export type Quote = z.output<typeof stored.quote>;
export type Payment = z.output<typeof stored.payment>;
export type Invoice = z.output<typeof stored.invoice>;
export type Change = z.output<typeof stored.change>;
export type ChangeRequest = z.output<typeof stored.changeRequest>;
export type MeasurementSnapshot = z.output<typeof stored.snapshot>;
export type CuttingApproval = z.output<typeof stored.cuttingApproval>;
export type CuttingSheet = CuttingApproval['sheet'];

export interface OrderDocument extends z.output<typeof stored.order>, SearchFields {
  _id: ObjectId;
  quotes: Quote[];
  cuttingApprovals: CuttingApproval[];
  /** A defect waits for an answer; absent otherwise. */
  defectOpen?: true;
  /** The moves of the last minute, while nobody outside the atelier was told. */
  untold?: Untold;
}

/** What is kept of an agreement that the house noted. */
export type NotedAgreement = Pick<Quote, 'onBehalf' | 'noted' | 'paper' | 'denied'>;

export interface OrderEventDocument extends z.output<typeof stored.event> {
  _id: ObjectId;
  type: OrderEventType;
}

/** `_id` is `orders:<year>`; `value` the last number given. */
export interface CounterDocument {
  _id: string;
  value: number;
}

export const orders = (db: Database) => db.db.collection<OrderDocument>('orders');
export const orderEvents = (db: Database) => db.db.collection<OrderEventDocument>('orderEvents');
export const counters = (db: Database) => db.db.collection<CounterDocument>('counters');
