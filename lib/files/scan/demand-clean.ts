import type { ObjectId } from 'mongodb';
import { recordAct } from '../../audit/record-act';
import type { Database } from '../../db/client';
import { AppError } from '../../errors';
import { log } from '../../log';
import { fileScanner } from './file-scanner';

/**
 * Has a file from outside looked into, where the house has a scanner. Without a verdict nothing is kept.
 * @returns when it was found clean; undefined without a scanner, until one is there and `scanKept` comes by
 * @throws AppError file_infected, written into the journal; file_unscanned when the scanner gives no verdict.
 */
export async function demandClean(db: Database, ownerId: ObjectId, bytes: Uint8Array): Promise<Date | undefined> {
  const scanner = fileScanner();
  if (!scanner) return undefined;
  const verdict = await scanner.scan(bytes).catch((cause: unknown) => {
    log().error({ err: cause, bytes: bytes.byteLength }, 'a file could not be scanned');
    throw new AppError('file_unscanned', { cause, retryAfter: 30 });
  });
  if (verdict.clean) return new Date();
  log().warn({ security: 'fileInfected', account: ownerId.toHexString(), found: verdict.found }, 'a file was refused');
  await recordAct(db, { kind: 'fileInfected', by: ownerId, detail: { number: verdict.found }, notice: 'infected' });
  throw new AppError('file_infected');
}
