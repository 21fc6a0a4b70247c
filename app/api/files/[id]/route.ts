import { z } from 'zod';
import { toId } from '@/lib/db/ids';
import { AppError } from '@/lib/errors';
import { type ReadableFile, readFile } from '@/lib/files/read-file';
import { isImageType } from '@/lib/files/rules';
import { readFileQuery } from '@/lib/files/schemas';
import { defineRoute } from '@/lib/web/define-route';
import { ownFileName } from '@/lib/web/disposition';
import { rangeOf } from '@/lib/web/range';
import { isForShow, setAsidePicture } from '@/lib/web/set-aside-picture';

/** Bytes never change under an id. What is private is kept by the person's browser alone, and asked again after a sign-out. */
function headersOf({ file, isPublic, mime, etag, size }: ReadableFile): Headers {
  const headers = new Headers({
    'content-type': mime === 'text/plain' ? 'text/plain; charset=utf-8' : mime,
    etag,
    'cache-control': isPublic ? 'public, max-age=31536000, immutable' : 'private, max-age=3600',
    vary: isPublic ? 'Accept' : 'Accept, Cookie',
    'x-content-type-options': 'nosniff',
    // Even a document opened on its own runs nothing and loads nothing.
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
  });
  const kind = isImageType(mime) ? 'inline' : 'attachment';
  headers.set('content-disposition', `${kind}; ${ownFileName(file.name)}`);
  if (size !== undefined) {
    headers.set('content-length', String(size));
    headers.set('accept-ranges', 'bytes');
  }
  return headers;
}

export const GET = defineRoute(
  {
    operation: 'readFile',
    summary:
      'The bytes of a file, whole or by ranges; ?w= gives a smaller copy of a picture, or the picture of a video',
    access: 'visitor',
    response: '*/*',
    params: z.strictObject({ id: z.string() }),
    query: readFileQuery,
  },
  async ({ db, actor, params, query, request }) => {
    const accept = request.headers.get('accept') ?? '';
    const webp = accept === '' || /image\/(?:webp|\*)|\*\/\*/.test(accept);
    const file = await readFile(db, actor, toId(params.id), { width: query.w, webp }).catch((error: unknown) => {
      const isAside = error instanceof AppError && error.code === 'file_quarantined';
      if (isAside && isForShow(request.headers)) return setAsidePicture(request.headers, actor);
      throw error;
    });
    if (file instanceof Response) return file;
    const headers = headersOf(file);
    if (request.headers.get('if-none-match') === file.etag) return new Response(null, { status: 304, headers });
    const range = rangeOf(request.headers, file);
    if (!range) return new Response(await file.open(), { headers });
    headers.set('content-range', `bytes ${range.first}-${range.last}/${file.size}`);
    headers.set('content-length', String(range.last - range.first + 1));
    return new Response(await file.open(range), { status: 206, headers });
  },
);
