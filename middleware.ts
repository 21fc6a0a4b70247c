import { NextResponse, type NextRequest } from 'next/server';
import { SECURE_SESSION_COOKIE, SESSION_COOKIE, verifySession } from './lib/auth/session-token';
import type { Locale } from './lib/actor';
import { DEFAULT_LOCALE, isLocale } from './lib/i18n/config';
import { unlocalised } from './lib/i18n/href';

/** The visitor's language for `/`: the first of the browser's languages that we speak, else French. */
function preferred(request: NextRequest): Locale {
  for (const part of request.headers.get('accept-language')?.split(',') ?? []) {
    const language = part.trim().slice(0, 2).toLowerCase();
    if (isLocale(language)) return language;
  }
  return DEFAULT_LOCALE;
}

/**
 * Two things only, on the Edge, without the database: `/` goes to a language, and the guarded spaces turn visitors away
 * early. It is a courtesy: every page and route checks again by itself.
 */
export default async function middleware(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl;
  if (pathname === '/') return NextResponse.redirect(new URL(`/${preferred(request)}${search}`, request.url));
  const secret = process.env.AUTH_SECRET;
  for (const name of [SECURE_SESSION_COOKIE, SESSION_COOKIE]) {
    const token = request.cookies.get(name)?.value;
    if (token && secret && (await verifySession(secret, token))) return NextResponse.next();
  }
  const first = pathname.split('/')[1];
  const locale = isLocale(first) ? first : DEFAULT_LOCALE;
  const target = new URL(`/${locale}/sign-in`, request.url);
  target.searchParams.set('next', unlocalised(pathname) + search);
  return NextResponse.redirect(target);
}

export const config = { matcher: ['/', '/:locale([a-z]{2})/account/:path*', '/:locale([a-z]{2})/atelier/:path*'] };
