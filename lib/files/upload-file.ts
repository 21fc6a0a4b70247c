import type { Actor } from '../actor';
import type { Database } from '../db/client';
import { AppError } from '../errors';
import { toUploadedFile } from './dto';
import { maySend } from './rules';
import type { UploadedFileDto } from './schemas';
import { type SentFile, storeFile } from './store-file';

/**
 * Keeps a file for somebody; it stays theirs alone until something it serves attaches it.
 * @throws AppError forbidden for a client who sends what is the house's own to send; those of storeFile.
 */
export async function uploadFile(db: Database, actor: Actor, input: SentFile): Promise<UploadedFileDto> {
  if (!maySend(actor, input.purpose)) throw new AppError('forbidden');
  return toUploadedFile(await storeFile(db, actor.id, input));
}
