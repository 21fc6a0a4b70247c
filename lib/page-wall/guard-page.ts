import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Rendered } from '../page-cache/page-store';
import { scriptSources } from './policy';
import { renameStyles, StyleRenamer } from './rename-styles';

export const POLICY_HEADER = 'content-security-policy';

const newNonce = (): string => randomBytes(16).toString('base64');

const bytesOf = (chunk: unknown): Uint8Array =>
  chunk instanceof Uint8Array ? chunk : Buffer.from(typeof chunk === 'string' ? chunk : '');

/**
 * Puts the policy on an answer that Next is about to make. A page that is rendered for this request names its scripts by a
 * nonce: Next reads it from the request's own header. A page made at build time comes in one piece, and its scripts are
 * named by their hashes.
 * @param policy the header's value, for the sources of the page's scripts
 */
export function guardPage(
  request: IncomingMessage,
  response: ServerResponse,
  policy: (scripts: readonly string[]) => string,
): void {
  const value = newNonce();
  const nonce = `'nonce-${value}'`;
  request.headers[POLICY_HEADER] = `script-src ${nonce}`;
  response.setHeader(POLICY_HEADER, policy([nonce]));
  // A kept page would be shown with the headers of the 304, and so with a nonce that is not its own.
  if (request.headers.accept?.includes('text/html')) delete request.headers['if-none-match'];

  const renamer = new StyleRenamer();
  let begun = false;
  const isHtml = (): boolean => String(response.getHeader('content-type') ?? '').startsWith('text/html');
  const write = response.write.bind(response) as (chunk: unknown, ...rest: unknown[]) => boolean;
  const end = response.end.bind(response) as (chunk?: unknown, ...rest: unknown[]) => ServerResponse;
  response.write = ((chunk: unknown, ...rest: unknown[]): boolean => {
    begun = true;
    return write(isHtml() ? renamer.push(bytesOf(chunk)) : chunk, ...rest);
  }) as ServerResponse['write'];
  response.end = ((chunk?: unknown, ...rest: unknown[]): ServerResponse => {
    const hasBody = chunk !== undefined && chunk !== null && typeof chunk !== 'function';
    if (!isHtml()) return end(chunk, ...rest);
    if (begun) {
      const last = Buffer.concat([...(hasBody ? [renamer.push(bytesOf(chunk))] : []), renamer.end()]);
      return hasBody ? end(last, ...rest) : end(last, ...(typeof chunk === 'function' ? [chunk] : []), ...rest);
    }
    if (!hasBody) return end(chunk, ...rest);
    const whole = renameStyles(bytesOf(chunk));
    if (!response.headersSent) {
      const html = whole.toString();
      // One that was rendered now, and is short: its scripts bear the nonce.
      if (!html.includes(value)) response.setHeader(POLICY_HEADER, policy([nonce, ...scriptSources(html)]));
      if (response.hasHeader('content-length')) response.setHeader('content-length', whole.length);
    }
    return end(whole, ...rest);
  }) as ServerResponse['end'];
}

/**
 * The same for a page that is rendered once and kept for many. It is rendered with a nonce, which says which scripts are Next's own;
 * those are named by their hashes, and the nonce is taken out again.
 * @param render renders the page for a request with these headers besides its own
 */
export async function renderSealed(render: (headers: Record<string, string>) => Promise<Rendered>): Promise<Rendered> {
  const nonce = newNonce();
  const page = await render({ [POLICY_HEADER]: `script-src 'nonce-${nonce}'` });
  if (!String(page.headers['content-type'] ?? '').startsWith('text/html')) return page;
  const html = renameStyles(page.body).toString();
  const without = (text: string): string => text.replaceAll(` nonce="${nonce}"`, '').replaceAll(nonce, '');
  const link = [page.headers['link'] ?? []].flat().map((one) => without(one.replaceAll(`; nonce="${nonce}"`, '')));
  return {
    ...page,
    headers: { ...page.headers, ...(link.length > 0 ? { link } : {}) },
    body: Buffer.from(without(html)),
    scripts: scriptSources(html, nonce),
  };
}
