import { AppError } from '../errors';

/**
 * Reads a raw body up to `limit` bytes, counted as they arrive, whatever Content-Length claims; what says beforehand that
 * it is longer is not read at all. The only way a route reads a body, except for forms with a file (lib/files/read-form.ts).
 * @throws AppError payload_too_large.
 */
export async function readBody(request: Request, limit: number): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw new AppError('payload_too_large');
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
