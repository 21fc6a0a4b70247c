import type { ObjectId } from 'mongodb';
import { recordAct } from '../../audit/record-act';
import type { Database } from '../../db/client';
import { AppError } from '../../errors';
import { log } from '../../log';
import { fileScanner } from './file-scanner';

/**
 * Has a file from outside looked into, where the house has a scanner. Without a verdict nothing is kept.
 * @throws AppError file_infected, written into the journal; file_unscanned when the scanner gives no verdict.
 */
export async function demandClean(db: Database, ownerId: ObjectId, bytes: Uint8Array): Promise<void> {
  const scanner = fileScanner();
  if (!scanner) return;
  const verdict = await scanner.scan(bytes).catch((cause: unknown) => {
    log().error({ err: cause, bytes: bytes.byteLength }, 'a file could not be scanned');
    throw new AppError('file_unscanned', { cause, retryAfter: 30 });
  });
  if (verdict.clean) return;
  log().warn({ security: 'fileInfected', account: ownerId.toHexString(), found: verdict.found }, 'a file was refused');
  await recordAct(db, { kind: 'fileInfected', by: ownerId, detail: { number: verdict.found }, notice: 'infected' });
  throw new AppError('file_infected');
}
