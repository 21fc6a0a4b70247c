import type { ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import type { ActGroup, ActKind, ActNotice, ActSubject } from './words';

/** What belongs to a line beside who and where: numbers, codes and names of settings. Nothing that somebody wrote. */
export interface ActDetail {
  count?: number;
  more?: number;
  from?: string;
  to?: string;
  paths?: string[];
  number?: string;
}

/**
 * One line of the journal: written once, never changed, but for two things. It is sewn to the line before it (`seq`, `hash`),
 * and what names a person is taken out when that person is erased or the time has come. The chain covers the digests of those
 * parts, each with a salt that goes with it: a line without names still holds, and nobody guesses the name back.
 */
export interface ActDocument {
  _id: ObjectId;
  at: Date;
  kind: ActKind;
  group: ActGroup;
  by?: { accountId: ObjectId; salt: string };
  of?: {
    kind: ActSubject;
    subjectId: ObjectId;
    salt: string;
    /** The file it named went into this one. */ moved?: true;
  };
  where?: { address: string; userAgent: string; salt: string };
  detail: ActDetail;
  notice?: ActNotice;
  digests: { by: string; of: string; where: string };
  /** There until the line is sewn. */
  loose?: true;
  seq?: number;
  hash?: string;
}

/** The end of the thread, and what the last reading of the whole found. */
export interface ActHeadDocument {
  _id: 'acts';
  seq: number;
  hash: string;
  checked?: { at: Date; lines: number; whole: boolean };
}

export const acts = (db: Database) => db.db.collection<ActDocument>('acts');
export const actHead = (db: Database) => db.db.collection<ActHeadDocument>('actHead');
