import type { ClientSession, ObjectId } from 'mongodb';
import type { Stage } from '../house/stages';
import type { Database } from '../db/client';
import type { OrderDocument } from './documents';
import type { SpokenEvent } from './schemas';
import type { TasksMoved } from './words';

/** What an order has to tell other parts of the house, inside its own transaction. */
export type OrderNews =
  /** A line for the conversation of the two people. */
  | {
      kind: 'progress';
      order: OrderDocument;
      content: { fr: string; en: string };
      said: SpokenEvent;
      /** The couturier it was until now: their thread says it too. */
      former?: ObjectId;
      /** The account of the client, when it was the client who acted. */
      clientActor?: ObjectId;
    }
  /** The order was confirmed: the garment's tasks are to be made. */
  | { kind: 'confirmed'; order: OrderDocument }
  /** The order came to another stage: what it has behind it is done, and what it was taken back before is to do again. */
  | { kind: 'moved'; order: OrderDocument; from: Stage; /** Its event, where it can be undone. */ move?: ObjectId }
  /** A move was undone: what it did to the tasks is as before. */
  | { kind: 'undone'; order: OrderDocument; move: ObjectId }
  /** It is promised so many days later, or earlier: what is to do on it may go along. */
  | { kind: 'rescheduled'; order: OrderDocument; days: number; which: TasksMoved }
  /** The order went to another couturier: what is to do on it follows. */
  | { kind: 'handedOver'; order: OrderDocument; former: ObjectId };

/**
 * A port, not an import: tasks and chat know orders, so orders cannot know them. The entry point (lib/announcers.ts)
 * gives the listener that does both. It runs in the transaction, and may run again when the driver retries it.
 */
export type Announce = (db: Database, news: OrderNews, session: ClientSession) => Promise<void>;
