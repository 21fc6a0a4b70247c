import type { ClientSession, ObjectId } from 'mongodb';
import type { ClientActor } from './actor';
import type { Entry } from './archive-entry';
import type { MergePreviewDto } from './clients/schemas';
import type { Database } from './db/client';

/** A client of the house, as what is kept about them names them. */
export interface Person {
  clientId: ObjectId;
  accountId?: ObjectId;
  /** Every address that mails and links went to. */
  emails: readonly string[];
}

/** A person who is erased, and what of them stays. */
export interface Erasing extends Person {
  /** What their orders leave behind: no order at all, orders with a number and no name, or papers that bear their name. */
  left: 'nothing' | 'numbers' | 'papers';
  /** What the file and the orders call them afterwards. */
  name: string;
  /** Documents of theirs that files are attached to. */
  holders: readonly ObjectId[];
  /** Pictures on sheets that both have signed: they stay with the sheet. */
  keptFileIds: readonly ObjectId[];
  now: Date;
  session: ClientSession;
}

/** A file that goes into another one; what names the first names the second afterwards. */
export interface Moving {
  from: Person;
  into: Person;
  by: { id: ObjectId; name: string };
  now: Date;
  session: ClientSession;
}

/** Whose archive is written, and the documents of theirs that files are attached to. */
export interface Exporting {
  actor: ClientActor;
  holders: readonly ObjectId[];
  now: Date;
}

/**
 * What one domain keeps about a person, declared beside the documents it is kept in: `lib/<domain>/traces.ts`. Whole people are
 * erased, handed out and merged by going through all of these (lib/people), so that nothing is forgotten.
 */
export interface Traces {
  /** By collection, the paths that can hold the id or the address of a client or of their account. */
  fields: Readonly<Record<string, readonly string[]>>;
  /** Documents that files of the person are attached to. */
  holders?(db: Database, person: Person, session?: ClientSession): Promise<ObjectId[]>;
  /** Removes the person inside the transaction. @returns what can only be done after it, such as removing bytes */
  erase(db: Database, erasing: Erasing): Promise<void | (() => Promise<void>)>;
  /** What the person takes away. */
  export?(db: Database, exporting: Exporting): AsyncIterable<Entry>;
  /** Makes the traces of one file those of another. */
  move?(db: Database, moving: Moving): Promise<void>;
  /** Of these files, those that something of this domain names: they have been used. */
  using?(db: Database, clientIds: readonly ObjectId[], session: ClientSession): Promise<(ObjectId | undefined)[]>;
  /** How much would move. */
  count?(db: Database, clientId: ObjectId): Promise<Partial<MergePreviewDto['follows']>>;
}
