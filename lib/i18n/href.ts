import type { Locale } from '../actor';
import { LOCALES } from './config';

const SPOKEN = new RegExp(`^/(${LOCALES.join('|')})(?=[/?]|$)`);

type QueryValue = string | number | boolean | null | undefined | readonly string[];

/** An address without language, or one with its query apart. */
export type Href = string | { pathname: string; query?: Readonly<Record<string, QueryValue>>; hash?: string };

function print(href: Href): string {
  if (typeof href === 'string') return href;
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(href.query ?? {})) {
    if (value === null || value === undefined) continue;
    for (const one of Array.isArray(value) ? (value as readonly string[]) : [String(value)]) query.append(key, one);
  }
  const search = query.toString();
  return `${href.pathname}${search ? `?${search}` : ''}${href.hash ? `#${href.hash.replace(/^#/, '')}` : ''}`;
}

/** Puts the language before an own address; whole URLs, `mailto:` and bare anchors are left as they are. */
export function localised(href: Href, locale: Locale): string {
  const text = print(href);
  if (!text.startsWith('/') || text.startsWith('//') || text.startsWith('/api/')) return text;
  return text === '/' ? `/${locale}` : /^\/[?#]/.test(text) ? `/${locale}${text.slice(1)}` : `/${locale}${text}`;
}

/** Takes the language off an address of the house. */
export const unlocalised = (pathname: string): string => pathname.replace(SPOKEN, '') || '/';
