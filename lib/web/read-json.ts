import { AppError } from '../errors';
import { readBody } from './read-body';

/**
 * Reads a JSON body up to `limit` bytes.
 * @throws AppError unsupported_media_type, payload_too_large, too_slow, malformed_json.
 */
export async function readJson(request: Request, limit: number): Promise<unknown> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new AppError('unsupported_media_type');
  const bytes = await readBody(request, limit);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch (cause) {
    throw new AppError('malformed_json', { cause });
  }
}
