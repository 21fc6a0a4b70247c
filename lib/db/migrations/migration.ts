import type { Database } from '../client';

/** One change of what is stored, from the shape of the version before it to the next. */
export interface Migration {
  /** Its place: 1, 2, 3… without a gap, and the number in the name of its file. */
  version: number;
  /** What it does in a word or two, as in the name of its file. */
  name: string;
  /**
   * Changes the documents. It may be killed anywhere and begun again, so it looks only for documents of the old shape. It
   * imports nothing of a domain: the code there moves on, and this must do the same in ten years.
   */
  up(db: Database): Promise<void>;
}

/** That a migration was run, in the collection `migrations`. */
export interface MigrationDocument {
  /** The version. */
  _id: number;
  name: string;
  startedAt: Date;
  /** Absent while it runs, or after it was killed. */
  finishedAt?: Date;
}
