import type { IncomingHttpHeaders } from 'node:http';
import { LOCALES } from '../i18n/config';

/** The public pages, and nothing below the workspaces: home, catalogue, model, couturiers, house, legal, privacy, terms of sale. */
const SPOKEN = `/(?:${LOCALES.join('|')})`;
const PUBLIC_PAGE = new RegExp(
  `^${SPOKEN}(?:/(?:models|couturiers)(?:/[\\w-]{1,120})?|/(?:house|legal|privacy|conditions(?:/\\d{1,6})?))?$`,
);
const MODEL_PAGE = new RegExp(`^${SPOKEN}/models/([\\w-]+)(?:\\?|$)`);

/** What Next's router says of the answer it wants: the same address answers a page, or a part of one as React data. */
const ROUTER_HEADERS = [
  'rsc',
  'next-router-state-tree',
  'next-router-prefetch',
  'next-router-segment-prefetch',
  'next-url',
] as const;

/** A longer address is answered, but not kept: its parameters are somebody's trial. */
const LONGEST = 2_048;

/**
 * Under which key the answer to a request may be kept; `null` when it may not be.
 * Public pages read no cookie (a lint rule and a test hold them to it), so cookies are no part of the key.
 * @param url path and query, as the request line has them
 */
export function pageKey(method: string | undefined, url: string, headers: IncomingHttpHeaders): string | null {
  if (method !== 'GET' && method !== 'HEAD') return null;
  const [path = '', query = ''] = url.split('?', 2);
  if (!PUBLIC_PAGE.test(path)) return null;
  // `_rsc` is a hash of the router's headers, which are in the key themselves.
  const asked = new URLSearchParams(query);
  asked.delete('_rsc');
  asked.sort();
  const key = [path, asked.toString(), ...ROUTER_HEADERS.map((name) => headers[name] ?? '')].join('\n');
  return key.length > LONGEST * 2 || url.length > LONGEST ? null : key;
}

/** The slug of a model's page; `undefined` for any other page. */
export const modelSlug = (url: string): string | undefined => MODEL_PAGE.exec(url)?.[1];
