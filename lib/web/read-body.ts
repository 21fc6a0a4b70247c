import { AppError } from '../errors';

/** What a page sends at once arrives within that on a bad line too; a file has its own reader, and minutes. */
const LONGEST_MS = 30_000;

/**
 * Reads a raw body up to `limit` bytes, counted as they arrive, whatever Content-Length claims; what says beforehand that
 * it is longer is not read at all. The only way a route reads a body, except for forms with a file (lib/files/read-form.ts).
 * @param longestMs how long it may take to arrive, from its first byte to its last
 * @throws AppError payload_too_large, too_slow.
 */
export async function readBody(request: Request, limit: number, longestMs = LONGEST_MS): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw new AppError('payload_too_large');
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  let late = false;
  // Whoever sends a byte now and then holds a request, and what was counted for it, no longer than this.
  const deadline = setTimeout(() => {
    late = true;
    void reader?.cancel();
  }, longestMs);
  try {
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      size += part.value.byteLength;
      if (size > limit) {
        await reader?.cancel();
        throw new AppError('payload_too_large');
      }
      chunks.push(part.value);
    }
  } finally {
    clearTimeout(deadline);
  }
  if (late) throw new AppError('too_slow');
  return Buffer.concat(chunks);
}
