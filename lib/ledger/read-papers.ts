import type { Binary, ClientSession } from 'mongodb';
import type { Database } from '../db/client';
import { sha256 } from './canonical';
import { ledgerPapers } from './documents';
import type { PaperTold } from './verify-ledger';

/** So many papers are in memory at once. */
const AT_ONCE = 20;

/** What somebody put where bytes belong has no hash. */
const hashOf = (bytes: Binary | undefined): string => (bytes?.buffer instanceof Uint8Array ? sha256(bytes.buffer) : '');

/** Every paper that is kept, by the SHA-256 of the bytes that are there now. */
export async function readPapers(db: Database, session: ClientSession): Promise<PaperTold[]> {
  const told: PaperTold[] = [];
  for await (const { _id, of, original, duplicate } of ledgerPapers(db).find({}, { session }).batchSize(AT_ONCE))
    told.push({ number: _id, of, original: hashOf(original), duplicate: hashOf(duplicate) });
  return told;
}
