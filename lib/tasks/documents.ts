import type { ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import type { SearchFields } from '../db/search';
import type { TaskPriority, TaskStatus } from './schemas';

/** One piece of work of the atelier. */
export interface TaskDocument extends SearchFields {
  _id: ObjectId;
  title: string;
  note?: string;
  orderId?: ObjectId;
  clientId?: ObjectId;
  /** The account that does it. */
  assigneeId?: ObjectId;
  status: TaskStatus;
  priority: TaskPriority;
  dueDate?: Date;
  minutes?: number;
  checklist: { text: string; done: boolean }[];
  blockedReason?: string;
  /** The message it was made from. */
  messageId?: ObjectId;
  /** Place in the column of its status; equal places are told apart by `_id`. */
  position: number;
  doneAt?: Date;
  /** Which step of a garment's template made it: a confirmed order makes each step once. */
  templateKey?: string;
  createdBy?: ObjectId;
  createdAt: Date;
  updatedAt: Date;
  version: number;
}

export const tasks = (db: Database) => db.db.collection<TaskDocument>('tasks');
