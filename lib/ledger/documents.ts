import type { Binary } from 'mongodb';
import type { Database } from '../db/client';
import type { LedgerEntry, LedgerHead } from './shape';
import type { EntryKind } from './words';

/**
 * One entry, kept in the very words that are sealed; `_id` is its number. Nothing of the house changes or removes one: the only
 * write there is is the insert of issue-entry.ts.
 */
export interface EntryDocument extends LedgerEntry {
  _id: string;
}

/** The end of the series of one kind. */
export interface HeadDocument extends Omit<LedgerHead, 'kind'> {
  _id: EntryKind;
}

/** The bytes of a paper; `_id` is the number of the entry that seals their SHA-256. Written once, like the entry. */
export interface PaperDocument {
  _id: string;
  /** The number of the entry it is the paper of. */
  of: string;
  original: Binary;
  duplicate: Binary;
}

export const ledgerEntries = (db: Database) => db.db.collection<EntryDocument>('ledgerEntries');
export const ledgerPapers = (db: Database) => db.db.collection<PaperDocument>('ledgerPapers');
export const ledgerHeads = (db: Database) => db.db.collection<HeadDocument>('ledgerHeads');
