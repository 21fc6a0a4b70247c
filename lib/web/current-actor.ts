import type { Actor } from '../actor';
import { findActor } from '../auth/find-actor';
import { SECURE_SESSION_COOKIE, SESSION_COOKIE, verifySession } from '../auth/session-token';
import { appDatabase } from '../db/client';
import { env } from '../env';

/** Reads one cookie of a Cookie header; next-auth splits a long one into `.0`, `.1`…, ours is always short. */
function cookie(header: string | null, name: string): string | undefined {
  for (const part of header?.split(';') ?? []) {
    const [key, ...rest] = part.trim().split('=');
    if (key === name) return decodeURIComponent(rest.join('='));
  }
  return undefined;
}

/** The person behind a request, checked against the database; `null` for a visitor. */
export async function actorOf(headers: Headers): Promise<Actor | null> {
  const secret = env().AUTH_SECRET;
  const jar = headers.get('cookie');
  if (!secret) return null;
  // Where a proxy came or went, a stale cookie of the other name may lie beside the one that counts.
  for (const name of [SECURE_SESSION_COOKIE, SESSION_COOKIE]) {
    const token = cookie(jar, name);
    const claims = token ? await verifySession(secret, token) : null;
    const actor = claims && (await findActor(appDatabase(), claims));
    if (actor) return actor;
  }
  return null;
}
