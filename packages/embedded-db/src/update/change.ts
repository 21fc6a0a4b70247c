import type { Timestamp } from 'bson';
import type { Document, Value } from '../bson/value';
import type { Collation } from '../query/collation';

/** How an operator changes the value at its path; undefined removes it. */
export interface Change {
  /** Makes the documents on the way when they are missing; otherwise a missing path is left alone. */
  creates: boolean;
  change(current: Value, field: string): Value;
}

/** What an operator may know when it runs. */
export interface ChangeContext {
  now: Date;
  clusterTime: Timestamp;
  /** The document before the update; its `_id` names it in error messages. */
  before: Document;
}

/** Compiles one operator for one path, checking its argument. */
export type CompileOperator = (
  argument: Value,
  path: string,
  collation?: Collation,
) => (context: ChangeContext) => Change;
