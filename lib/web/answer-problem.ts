import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AppError } from '../errors';
import { isLocale } from '../i18n/config';
import { problemResponse } from './problem';
import { requestLocale } from './request-locale';

/** The language that whoever asks before any route does is answered in: of the page they ask for, else of their browser. */
export function languageOf({ url = '/', headers }: IncomingMessage) {
  const first = url.split(/[/?]/, 2)[1];
  return isLocale(first)
    ? first
    : requestLocale(new Headers({ 'accept-language': headers['accept-language'] ?? '' }), null);
}

/** Answers what no route is asked for with problem JSON, as a route would. */
export async function answerProblem(
  request: IncomingMessage,
  response: ServerResponse,
  error: AppError,
): Promise<void> {
  const refusal = problemResponse(error, languageOf(request), randomUUID());
  const body = await refusal.text();
  for (const [name, value] of refusal.headers) response.setHeader(name, value);
  response.writeHead(refusal.status, { 'content-length': Buffer.byteLength(body) }).end(body);
}
