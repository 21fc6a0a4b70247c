import type { z } from 'zod';
import type { Locale } from '../actor';
import { AppError } from '../errors';
import { fieldErrors } from '../field-errors';
import { translator } from '../i18n/translate';

/** What an answer of data says to a browser that somebody sent here as to a page: nothing runs, nothing frames it. */
export const DATA_HEADERS = { 'content-security-policy': "default-src 'none'; frame-ancestors 'none'" };

/** What is not JSON (files, papers, feeds) says the same to a browser, or something stricter of its own, and which request it answers. */
export function asData(response: Response, requestId: string): Response {
  for (const [name, value] of Object.entries({ ...DATA_HEADERS, 'x-request-id': requestId }))
    if (!response.headers.has(name)) response.headers.set(name, value);
  return response;
}

/** RFC 9457 problem JSON for an expected refusal. */
export function problemResponse(error: AppError, locale: Locale, requestId: string): Response {
  const t = translator(locale, 'errors');
  const { retryAfter, allow, errors, extra, values } = error.options;
  const body = {
    type: `urn:fashionflow:error:${error.code}`,
    title: t(`titles.${error.status}` as never),
    status: error.status,
    code: error.code,
    detail: t(`codes.${error.code}` as never, (values ?? {}) as never),
    requestId,
    ...(errors ? { errors } : {}),
    ...extra,
  };
  const headers = new Headers({
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
    'x-request-id': requestId,
    ...DATA_HEADERS,
  });
  if (retryAfter !== undefined) headers.set('retry-after', String(retryAfter));
  if (allow !== undefined) headers.set('allow', allow.join(', '));
  return new Response(JSON.stringify(body), { status: error.status, headers });
}

/** The refusal for a body, query or path that has the wrong shape. */
export const invalidRequest = (error: z.ZodError, locale: Locale): AppError =>
  new AppError('invalid_request', { errors: fieldErrors(error, locale) });
