import { AppError } from '../errors';

/**
 * Reads a raw body up to `limit` bytes, counted as they arrive.
 * @throws AppError payload_too_large.
 */
export async function readBody(request: Request, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > limit) {
      await reader?.cancel();
      throw new AppError('payload_too_large');
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}
