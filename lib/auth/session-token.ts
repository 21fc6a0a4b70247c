import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { DAY_SECONDS } from '../calendar';

/** What the session cookie carries: a signed (not encrypted) token, readable by the Edge middleware and the app alike. */
const claims = z.object({
  sub: z.string(),
  sid: z.string(),
  role: z.enum(['client', 'couturier', 'owner']),
  exp: z.number(),
});
export type SessionClaims = z.infer<typeof claims>;

const AUDIENCE = 'fashionflow-session';
const key = (secret: string) => new TextEncoder().encode(secret);

export const SESSION_SECONDS = 30 * DAY_SECONDS;
export const SESSION_COOKIE = 'next-auth.session-token';
export const SECURE_SESSION_COOKIE = '__Secure-next-auth.session-token';

/** Signs the session token (HS256). */
export const signSession = (
  secret: string,
  session: Omit<SessionClaims, 'exp'>,
  maxAge = SESSION_SECONDS,
): Promise<string> =>
  new SignJWT({ sid: session.sid, role: session.role })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(session.sub)
    .setAudience(AUDIENCE)
    .setIssuedAt()
    .setExpirationTime(Math.floor(Date.now() / 1000) + maxAge)
    .sign(key(secret));

/** The claims of a genuine, unexpired token; `null` for anything else. */
export async function verifySession(secret: string, token: string): Promise<SessionClaims | null> {
  try {
    const { payload } = await jwtVerify(token, key(secret), { audience: AUDIENCE, algorithms: ['HS256'] });
    const parsed = claims.safeParse(payload);
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
