import { AppError } from '../errors';
import { lengthOf, tracksOf, withoutWhereabouts } from './containers';
import { takenNames } from './rules';
import { type FileTarget, type VideoDto } from './schemas';
import { VIDEO_MS } from './words';

/** The last frame may come after the bell. */
const GRACE_MS = 1_000;

/**
 * Looks into a video before it is kept: there is something to see in it, it is short enough, and what its phone wrote about the
 * place is taken out. Its length is the one its bytes tell; where they tell none, the one its sender's device counted.
 * @param mime its type, found in the bytes
 * @throws AppError file_type_refused for a container with nothing to see; file_broken for one without a length; video_too_long.
 */
export function judgeVideo(
  mime: string,
  bytes: Buffer,
  { purpose, counted }: { purpose: FileTarget; counted?: VideoDto },
): { bytes: Buffer; video: VideoDto } {
  if (!tracksOf(mime, bytes).picture)
    throw new AppError('file_type_refused', { values: { taken: takenNames(purpose) } });
  const milliseconds = lengthOf(mime, bytes) ?? counted?.milliseconds;
  if (milliseconds === undefined) throw new AppError('file_broken');
  if (milliseconds > VIDEO_MS + GRACE_MS)
    throw new AppError('video_too_long', { values: { seconds: VIDEO_MS / 1_000 } });
  return { bytes: withoutWhereabouts(mime, bytes), video: { milliseconds } };
}
