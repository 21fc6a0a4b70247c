import type { Actor } from '../actor';
import { findActor } from '../auth/find-actor';
import { SECURE_SESSION_COOKIE, SESSION_COOKIE, verifySession } from '../auth/session-token';
import { appDatabase } from '../db/client';
import { env } from '../env';
import { isHttps } from './origin';

/** Reads one cookie of a Cookie header; next-auth splits a long one into `.0`, `.1`…, ours is always short. */
function cookie(header: string | null, name: string): string | undefined {
  for (const part of header?.split(';') ?? []) {
    const [key, ...rest] = part.trim().split('=');
    if (key !== name) continue;
    try {
      return decodeURIComponent(rest.join('='));
    } catch {
      // No browser of ours wrote this; it is no session, and no error of the house.
      return undefined;
    }
  }
  return undefined;
}

/** The person behind a request, checked against the database; `null` for a visitor. */
export async function actorOf(headers: Headers): Promise<Actor | null> {
  const secret = env().AUTH_SECRET;
  const jar = headers.get('cookie');
  // Over https only the cookie that no other host and no plain page can have set; where a proxy came or went, a stale one of
  // the other name may lie beside it.
  const token = cookie(jar, isHttps(headers) ? SECURE_SESSION_COOKIE : SESSION_COOKIE);
  if (!secret || !token) return null;
  const claims = await verifySession(secret, token);
  return claims ? findActor(appDatabase(), claims) : null;
}
