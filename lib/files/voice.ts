import { fileTypeFromBuffer } from 'file-type';
import { AppError } from '../errors';
import type { FileTarget } from './schemas';
import { tracksOf } from './containers';

/** Two minutes as the greediest recorder writes them; ours writes a tenth of it. */
const MAX_VOICE_BYTES = 8 * 1024 * 1024;

/** What the sniffer calls the containers that browsers record into, and what the house calls their sound. */
const SOUNDS: Readonly<Record<string, string>> = {
  'video/webm': 'audio/webm',
  'video/mp4': 'audio/mp4',
  'audio/mp4': 'audio/mp4',
  'audio/x-m4a': 'audio/mp4',
  'audio/ogg': 'audio/ogg',
  'audio/ogg; codecs=opus': 'audio/ogg',
};

/**
 * The type of a recorded voice, found in its bytes: one of the three containers that browsers record into, with sound in it
 * and nothing to see.
 * @throws AppError file_type_refused, file_too_large.
 */
export async function judgeVoice(bytes: Buffer, purpose: FileTarget): Promise<string> {
  if (bytes.byteLength > MAX_VOICE_BYTES)
    throw new AppError('file_too_large', { values: { megabytes: MAX_VOICE_BYTES / 1024 / 1024 } });
  const mime = SOUNDS[(await fileTypeFromBuffer(bytes))?.mime ?? ''];
  const tracks = mime === undefined ? undefined : tracksOf(mime, bytes);
  if (!mime || !tracks?.sound || tracks.picture || purpose !== 'message')
    throw new AppError('file_type_refused', { values: { taken: 'WebM, MP4, Ogg' } });
  return mime;
}
