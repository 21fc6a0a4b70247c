import { AppError } from '../errors';
import type { ByteRange } from '../files/read-file';

/**
 * The part of a file that is asked for (RFC 9110, 14): one range of bytes. Several at once, another unit, or a range of other
 * bytes than these (`If-Range`) give the whole file, as the RFC lets a server do.
 * @throws AppError range_not_satisfiable for a range that begins after the end.
 */
export function rangeOf(headers: Headers, file: { size?: number; etag: string }): ByteRange | undefined {
  const { size, etag } = file;
  const asked = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(headers.get('range')?.trim() ?? '');
  if (!asked || size === undefined || (headers.get('if-range') ?? etag) !== etag) return undefined;
  const [, from = '', to = ''] = asked;
  if (from === '' && to === '') return undefined;
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (from !== '' && to !== '' && Number(to) < first) return undefined;
  if (first >= size || (from === '' && Number(to) === 0)) throw new AppError('range_not_satisfiable');
  return { first, last };
}
