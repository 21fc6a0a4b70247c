import { NextResponse, type NextRequest } from 'next/server';
import { SECURE_SESSION_COOKIE, SESSION_COOKIE, verifySession } from './lib/auth/session-token';
import { isLocale } from './lib/i18n/config';

/** The visitor's language for `/`: the first of the browser's languages that we speak, else French. */
function preferred(request: NextRequest): 'fr' | 'en' {
  for (const part of request.headers.get('accept-language')?.split(',') ?? []) {
    const language = part.trim().slice(0, 2).toLowerCase();
    if (isLocale(language)) return language;
  }
  return 'fr';
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
  const locale = pathname.startsWith('/en/') || pathname === '/en' ? 'en' : 'fr';
  const target = new URL(`/${locale}/sign-in`, request.url);
  target.searchParams.set('next', pathname.replace(/^\/(fr|en)/, '') + search);
  return NextResponse.redirect(target);
}

export const config = { matcher: ['/', '/(fr|en)/account/:path*', '/(fr|en)/atelier/:path*'] };
