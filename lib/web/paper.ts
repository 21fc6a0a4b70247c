import { z } from 'zod';
import type { Paper } from '../pdf/order-papers';
import { ownFileName } from './disposition';
import { LOCALES } from '../i18n/config';
import { asciiOf } from '../text';

/** Whose paper it is: the order in the path. */
export const paperParams = z.strictObject({ id: z.string() });

/** The language of the paper, else the caller's; the version, else the newest. */
export const paperQuery = z.strictObject({ locale: z.enum(LOCALES).optional() });
export const versionQuery = paperQuery.extend({ n: z.coerce.number().int().min(1).optional() });

/** A PDF to look at; it is a person's own, so no cache on the way keeps it. */
export function paperResponse({ name, bytes }: Paper): Response {
  const plain = asciiOf(name).replace(/["\\]/g, '');
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/pdf',
      'content-length': String(bytes.byteLength),
      'content-disposition': `inline; filename="${plain}"; ${ownFileName(name)}`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      // Browsers show a PDF as an object within a page of their own making.
      'content-security-policy': "default-src 'none'; object-src 'self'; frame-ancestors 'none'",
    },
  });
}
