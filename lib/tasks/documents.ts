import type { ObjectId } from 'mongodb';
import type { z } from 'zod';
import type { Database } from '../db/client';
import { STORED } from '../db/leaves';
import type { SearchFields } from '../db/search';
import { taskShape } from './shape';

/** What is stored of a task and leaves, as a codec between document and wire. */
export const storedTask = taskShape(STORED);

/** One piece of work of the atelier. */
export interface TaskDocument extends z.output<typeof storedTask>, SearchFields {
  _id: ObjectId;
  /** Which step of a garment's template made it: a confirmed order makes each step once. */
  templateKey?: string;
  createdBy?: ObjectId;
  /** Nobody ticked it off: its order left the stage it belongs to. */
  closedByStage?: true;
  /** What it was before a move of its order changed it, for as long as nothing else has: put back when the move is undone. */
  byMove?: { move: ObjectId; version: number } & Pick<
    TaskDocument,
    'status' | 'position' | 'blockedReason' | 'doneAt' | 'closedByStage'
  >;
}

export const tasks = (db: Database) => db.db.collection<TaskDocument>('tasks');
