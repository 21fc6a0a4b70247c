import { type Actor, isStaff } from '../actor';
import type { Database } from '../db/client';
import { AppError } from '../errors';
import { toUploadedFile } from './dto';
import type { UploadedFileDto } from './schemas';
import { type SentFile, storeFile } from './store-file';

/**
 * Keeps a file for somebody; it stays theirs alone until something it serves attaches it.
 * @throws AppError forbidden for a client who sends a model's picture; those of storeFile.
 */
export async function uploadFile(db: Database, actor: Actor, input: SentFile): Promise<UploadedFileDto> {
  if (input.purpose === 'model' && !isStaff(actor)) throw new AppError('forbidden');
  return toUploadedFile(await storeFile(db, actor.id, input));
}
