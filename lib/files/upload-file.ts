import { type Actor, isStaff } from '../actor';
import type { Database } from '../db/client';
import { AppError } from '../errors';
import { toUploadedFile } from './dto';
import type { FileTarget, UploadedFileDto, VoiceDto } from './schemas';
import { storeFile } from './store-file';

/**
 * Keeps a file for somebody; it stays theirs alone until something it serves attaches it.
 * @throws AppError forbidden for a client who sends a model's picture; file_type_refused; payload_too_large.
 */
export async function uploadFile(
  db: Database,
  actor: Actor,
  input: { name: string; bytes: Buffer; purpose: FileTarget; voice?: VoiceDto },
): Promise<UploadedFileDto> {
  if (input.purpose === 'model' && !isStaff(actor)) throw new AppError('forbidden');
  return toUploadedFile(await storeFile(db, actor.id, input));
}
