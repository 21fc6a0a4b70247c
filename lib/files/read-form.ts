import { AppError } from '../errors';

/**
 * Reads a multipart form up to `limit` bytes, counted as they arrive: a caller who sends without end, or lies in
 * Content-Length, is stopped at the limit and not in memory.
 * @throws AppError unsupported_media_type, payload_too_large, invalid_request for a form that cannot be read.
 */
export async function readForm(request: Request, limit: number): Promise<FormData> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\s*;/i.test(type)) throw new AppError('unsupported_media_type');
  if (Number(request.headers.get('content-length') ?? 0) > limit || !request.body)
    throw new AppError(request.body ? 'payload_too_large' : 'invalid_request');
  let size = 0;
  let exceeded = false;
  const counted = request.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        size += chunk.byteLength;
        if (size > limit) {
          exceeded = true;
          controller.error(new Error('form too large'));
        } else controller.enqueue(chunk);
      },
    }),
  );
  try {
    return await new Response(counted, { headers: { 'content-type': type } }).formData();
  } catch (cause) {
    throw new AppError(exceeded ? 'payload_too_large' : 'invalid_request', { cause });
  }
}
